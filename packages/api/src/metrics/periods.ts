import {
  addCalendar,
  addDays,
  bucketEnd,
  bucketStart,
  type Day,
  earlierDay,
  type Grain,
  laterDay,
  spanBefore,
} from '@tweeluik/schema'

/** `from` is included, `to` is not. */
export interface Period {
  from: Day
  to: Day
}

export const comparisons = ['PREVIOUS_PERIOD', 'YEAR_AGO', 'YEAR_AGO_WEEKDAY'] as const
export type Comparison = (typeof comparisons)[number]

/** A calendar bucket, and which of its days lie in the period asked for. */
export interface Bucket extends Period {
  start: Day
  end: Day
}

/** The calendar buckets that hold the period's days, in order. */
export function bucketsOf(period: Period, grain: Grain): Bucket[] {
  const buckets: Bucket[] = []
  let start = bucketStart(period.from, grain)
  while (start < period.to) {
    const end = bucketEnd(start, grain)
    buckets.push({ start, end, from: laterDay(start, period.from), to: earlierDay(end, period.to) })
    start = end
  }
  return buckets
}

/** Whether a bucket lacks days: cut by the period, or since not all before its end are over, and ripe. */
export function isPartial(bucket: Bucket, ripeUpTo: Day): boolean {
  return bucket.from > bucket.start || bucket.to < bucket.end || bucket.end > ripeUpTo
}

/** What a period is compared with; of a period that still runs, the part up to the same elapsed day. */
export function comparedPeriod(period: Period, comparison: Comparison, today: Day): Period {
  if (comparison === 'PREVIOUS_PERIOD') return spanBefore(period, today)
  const tomorrow = addDays(today, 1)
  const elapsed = { from: period.from, to: tomorrow > period.from ? earlierDay(period.to, tomorrow) : period.to }
  if (comparison === 'YEAR_AGO_WEEKDAY') return { from: addDays(elapsed.from, -364), to: addDays(elapsed.to, -364) }
  return { from: yearBefore(elapsed.from), to: endYearBefore(elapsed.to) }
}

const yearBefore = (day: Day) => addCalendar(day, { years: -1 })

/** An end is the day after the last one: that of 28 February is 1 March in a year without a 29th. */
const endYearBefore = (to: Day) => (to.endsWith('-02-29') ? addDays(yearBefore(to), 1) : yearBefore(to))
