import { addDays, type Day } from '@tweeluik/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverOf } from './cover.ts'

const day = fc.integer({ min: 0, max: 3000 }).map(days => addDays('2020-01-01', days))

/** Every day that lies in it, as often as it does. */
function daysIn({ weeks, months, days }: ReturnType<typeof coverOf>): Day[] {
  const ofMonth = (month: Day) =>
    Array.from({ length: 31 }, (_, at) => addDays(month, at)).filter(one => one.slice(0, 7) === month.slice(0, 7))
  const ofWeek = (week: Day) => Array.from({ length: 7 }, (_, at) => addDays(week, at))
  return [...weeks.flatMap(ofWeek), ...months.flatMap(ofMonth), ...days].sort()
}

test('weeks, months and days hold every day of a period once, and few that must be read from the facts', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 800 }), day, (from, length, daysFrom) => {
      const to = addDays(from, length)
      const cover = coverOf({ from, to }, daysFrom)
      expect(daysIn(cover)).toEqual(Array.from({ length }, (_, at) => addDays(from, at)))
      expect(cover.days.length).toBeLessThanOrEqual(Math.min(length, 12 * 2))
    }),
    { endOnFailure: true },
  )
})

test('a period of whole months is read by the month, one of whole weeks by the week', () => {
  expect(coverOf({ from: '2026-01-01', to: '2026-03-01' }, '2026-01-01')).toEqual({
    weeks: [],
    months: ['2026-01-01', '2026-02-01'],
    days: [],
  })
  expect(coverOf({ from: '2026-03-02', to: '2026-03-16' }, '2026-01-01')).toEqual({
    weeks: ['2026-03-02', '2026-03-09'],
    months: [],
    days: [],
  })
})
