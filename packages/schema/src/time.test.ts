import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { addCalendar, bucketEnd, bucketStart, dayReader, daysBetween } from './time.ts'

const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Kiritimati', 'UTC']
const instants = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2035, 0, 1) })

test.each(zones)('an instant falls on the day that a calendar in %s shows', zone => {
  const dayOf = dayReader(zone)
  fc.assert(
    fc.property(instants, instant => {
      expect(dayOf(instant)).toBe(DateTime.fromMillis(instant, { zone }).toISODate())
    }),
    // Kiritimati's days began at 10:40 UTC until 1979.
    { numRuns: 2_000, examples: [[Date.UTC(1977, 10, 23, 10, 40)]] },
  )
})

test('days that a zone skips on its way over the date line are no day', () => {
  expect(dayReader('Pacific/Kiritimati')(Date.UTC(1994, 11, 31, 9, 59))).toBe('1994-12-30')
  expect(dayReader('Pacific/Apia')(Date.UTC(2011, 11, 30, 10, 0))).toBe('2011-12-31')
})

test('midnight belongs to the new day, also in the nights when the clock changes', () => {
  const dayOf = dayReader('Europe/Amsterdam')
  for (const day of ['2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26']) {
    const midnight = DateTime.fromISO(day, { zone: 'Europe/Amsterdam' }).toMillis()
    expect(dayOf(midnight)).toBe(day)
    expect(dayOf(midnight - 1)).not.toBe(day)
  }
})

test('weeks begin on Monday and years end at their end', () => {
  expect(bucketStart('2026-01-01', 'WEEK')).toBe('2025-12-29')
  expect(bucketEnd('2025-12-29', 'WEEK')).toBe('2026-01-05')
  expect(bucketEnd(bucketStart('2026-11-22', 'QUARTER'), 'QUARTER')).toBe('2027-01-01')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(addCalendar('2024-02-29', { years: 1 })).toBe('2025-02-28')
})
