import { addDays, bucketEnd, bucketStart, type Day, daysBetween } from '@tweeluik/schema'
import type { Period } from './periods.ts'

/** Which weeks and months, by their first day, lie wholly in a period, and which of its days lie in none of these. */
export interface Cover {
  weeks: readonly Day[]
  months: readonly Day[]
  days: readonly Day[]
}

/** All of a period's days once: with the fewest days from before `daysFrom`, which have to be read from the facts. */
export function coverOf(period: Period, daysFrom: Day): Cover {
  const cost = ({ weeks, months, days }: Cover) =>
    days.filter(day => day < daysFrom).length * 10_000 + weeks.length + months.length + days.length
  const [byWeeks, byMonths] = [inWeeks(period), inMonths(period)]
  return cost(byWeeks) <= cost(byMonths) ? byWeeks : byMonths
}

function inWeeks({ from, to }: Period): Cover {
  const weeks = wholeUnits({ from, to }, 'WEEK')
  const [first, last] = [weeks[0] ?? to, weeks.at(-1)]
  return { weeks, months: [], days: [...daysOf(from, first), ...(last ? daysOf(addDays(last, 7), to) : [])] }
}

function inMonths({ from, to }: Period): Cover {
  const months = wholeUnits({ from, to }, 'MONTH')
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return inWeeks({ from, to })
  const edges = [inWeeks({ from, to: first }), inWeeks({ from: bucketEnd(last, 'MONTH'), to })]
  return { weeks: edges.flatMap(({ weeks }) => weeks), months, days: edges.flatMap(({ days }) => days) }
}

function wholeUnits({ from, to }: Period, grain: 'WEEK' | 'MONTH'): Day[] {
  const units: Day[] = []
  const begun = bucketStart(from, grain)
  for (let start = begun === from ? from : bucketEnd(begun, grain); bucketEnd(start, grain) <= to; ) {
    units.push(start)
    start = bucketEnd(start, grain)
  }
  return units
}

const daysOf = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, at) => addDays(from, at))
