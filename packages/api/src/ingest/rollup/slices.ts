import { addDays, bucketEnd, bucketStart, type Day, laterDay } from '@tweeluik/schema'

/** Whole months of days; from is included, to is not. Of weeks it holds those that begin in it. */
export interface Slice {
  from: Day
  to: Day
}

export const ALL_TIME: Slice = { from: '0001-01-01', to: '9001-01-01' }

/** About so many rows are computed anew in one transaction. */
export const ROWS_PER_SLICE = 500_000

/** The days of a slice's weeks. */
export const weeksOf = ({ from, to }: Slice): Slice => ({ from: mondayFrom(from), to: mondayFrom(to) })

/** All days of a slice's months and of its weeks. */
export const withWeeksOf = (slice: Slice): Slice => ({ from: slice.from, to: laterDay(slice.to, weeksOf(slice).to) })

const mondayFrom = (day: Day) => bucketStart(addDays(day, 6), 'WEEK')

/** How many rows a fact has, and between which days they count; null: there are none. */
export interface Extent {
  rows: number
  first: Day | null
  last: Day | null
  /** Whether what a day gives hangs on other days: then they are all computed together. */
  isWhole: boolean
}

/** All time in slices of about as many rows each, when there are more. */
export function slicesOf({ rows, first, last, isWhole }: Extent, rowsPerSlice: number): Slice[] {
  const wanted = Math.ceil(rows / rowsPerSlice)
  if (isWhole || wanted <= 1 || first === null || last === null) return [ALL_TIME]
  const months = monthsAfter(first, last)
  const step = Math.max(1, Math.round((months.length + 1) / wanted))
  return between(months.filter((_month, at) => (at + 1) % step === 0))
}

/** All time, month by month where there are rows. */
export const monthsOf = ({ first, last }: Extent): Slice[] =>
  between(first === null || last === null ? [] : monthsAfter(first, last))

function monthsAfter(first: Day, last: Day): Day[] {
  const months: Day[] = []
  for (let month = bucketEnd(bucketStart(first, 'MONTH'), 'MONTH'); month <= last; month = bucketEnd(month, 'MONTH')) {
    months.push(month)
  }
  return months
}

const between = (bounds: readonly Day[]): Slice[] =>
  [ALL_TIME.from, ...bounds].map((from, at) => ({ from, to: bounds[at] ?? ALL_TIME.to }))
