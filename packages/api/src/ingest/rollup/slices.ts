import { addDays, bucketEnd, bucketStart, type Day, laterDay } from '@tweeluik/schema'

/** Whole months of days; from is included, to is not. Of weeks it holds those that begin in it. */
export interface Slice {
  from: Day
  to: Day
}

export const ALL_TIME: Slice = { from: '0001-01-01', to: '9001-01-01' }

/** About so many rows are computed anew in one transaction. */
const ROWS_PER_SLICE = 500_000

/** The days of a slice's weeks. */
export const weeksOf = ({ from, to }: Slice): Slice => ({ from: mondayFrom(from), to: mondayFrom(to) })

/** All days of a slice's months and of its weeks. */
export const withWeeksOf = (slice: Slice): Slice => ({ from: slice.from, to: laterDay(slice.to, weeksOf(slice).to) })

const mondayFrom = (day: Day) => bucketStart(addDays(day, 6), 'WEEK')

/** All time in slices of about as many rows each, when so many rows lie between two days. */
export function slicesOf(rows: number, first: Day | null, last: Day | null): Slice[] {
  const wanted = Math.ceil(rows / ROWS_PER_SLICE)
  if (wanted <= 1 || first === null || last === null) return [ALL_TIME]
  const months: Day[] = []
  for (let month = bucketEnd(bucketStart(first, 'MONTH'), 'MONTH'); month <= last; month = bucketEnd(month, 'MONTH')) {
    months.push(month)
  }
  const step = Math.max(1, Math.round((months.length + 1) / wanted))
  const bounds = [ALL_TIME.from, ...months.filter((_month, at) => (at + 1) % step === 0), ALL_TIME.to]
  return bounds.slice(0, -1).map((from, at) => ({ from, to: bounds[at + 1] ?? ALL_TIME.to }))
}
