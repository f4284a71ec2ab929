import { addCalendar, addDays, type Day, type Grain } from '../time.ts'
import type { CohortAsked, PartValues } from './define.ts'
import type { ReferenceRow, ReferenceWindow } from './reference.ts'

const UNITS: Record<Grain, (count: number) => Parameters<typeof addCalendar>[1] | number> = {
  DAY: count => count,
  WEEK: count => 7 * count,
  MONTH: count => ({ months: count }),
  QUARTER: count => ({ months: 3 * count }),
  YEAR: count => ({ years: count }),
}

/** When a member's interval begins; the first one begins on its first day of ordering. */
function intervalStart(first: Day, interval: Grain, index: number): Day {
  const span = UNITS[interval](index)
  return typeof span === 'number' ? addDays(first, span) : addCalendar(first, span)
}

/**
 * The members of a cohort, who first ordered in the window, that have reached an interval of their own, and those of them
 * who were active in it. By the words of the catalogue alone.
 */
export function cohortParts(
  rows: readonly ReferenceRow[],
  { from, to, today }: ReferenceWindow,
  { interval, mode, index }: CohortAsked,
): PartValues<'active' | 'reached'> {
  const byCustomer = Map.groupBy(rows, row => row['customerId'])
  const members = [...byCustomer.values()].flatMap(days => {
    const place = (row: ReferenceRow) =>
      ['day', 'segment', 'country', 'brand'].map(word => row[word] ?? '').join('\u0001')
    const ordered = days.filter(row => row['ordered'] === true && String(row['day']) <= today)
    const first = ordered.toSorted((left, right) => (place(left) < place(right) ? -1 : 1))[0]
    const day = first?.['day'] as Day | undefined
    if (!first || !day || first['counts'] === false || day < from || day >= to) return []
    const [begin, end] = [intervalStart(day, interval, index), intervalStart(day, interval, index + 1)]
    if (begin > today) return []
    const active = days.some(row => {
      const at = row['day'] as Day
      if (row['ordered'] !== true && row['visited'] !== true) return false
      return at >= begin && at <= today && (mode === 'ON_OR_AFTER' || at < end)
    })
    return [active]
  })
  return { reached: members.length, active: members.filter(Boolean).length }
}
