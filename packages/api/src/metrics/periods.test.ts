import { describe, expect, test } from 'vitest'
import { bucketsOf, type Comparison, comparedPeriod, isPartial, type Period } from './periods.ts'

const period = (text: string): Period => {
  const [from = '', to = ''] = text.split(' ')
  return { from, to }
}
const compared = (days: string, comparison: Comparison, today = '2030-01-01') => {
  const { from, to } = comparedPeriod(period(days), comparison, today)
  return `${from} ${to}`
}

describe('buckets', () => {
  test('keep their calendar start and end, and hold only the days inside the period', () => {
    expect(bucketsOf(period('2026-03-05 2026-03-17'), 'WEEK')).toEqual([
      { start: '2026-03-02', end: '2026-03-09', from: '2026-03-05', to: '2026-03-09' },
      { start: '2026-03-09', end: '2026-03-16', from: '2026-03-09', to: '2026-03-16' },
      { start: '2026-03-16', end: '2026-03-23', from: '2026-03-16', to: '2026-03-17' },
    ])
  })

  test('of days are whole over a change of the clock and a leap day', () => {
    expect(bucketsOf(period('2024-03-30 2024-04-02'), 'DAY').map(({ start }) => start)).toEqual([
      '2024-03-30',
      '2024-03-31',
      '2024-04-01',
    ])
    expect(bucketsOf(period('2024-02-28 2024-03-02'), 'DAY').map(({ start }) => start)).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ])
  })

  test('of weeks are ISO weeks, also over the turn of the year', () => {
    expect(bucketsOf(period('2024-12-30 2025-01-06'), 'WEEK')).toHaveLength(1)
    expect(bucketsOf(period('2026-02-01 2026-07-01'), 'QUARTER').map(({ start }) => start)).toEqual([
      '2026-01-01',
      '2026-04-01',
    ])
  })

  test('are partial when cut by the period, and until all their days are over and ripe', () => {
    const [first, second] = bucketsOf(period('2026-03-05 2026-03-16'), 'WEEK')
    if (!first || !second) throw new Error('Two weeks')
    expect(isPartial(first, '2026-06-01')).toBe(true)
    expect(isPartial(second, '2026-06-01')).toBe(false)
    expect(isPartial(second, '2026-03-16')).toBe(false)
    expect(isPartial(second, '2026-03-15')).toBe(true)
  })
})

describe('the period before', () => {
  test('of whole calendar units is as many whole units, however long', () => {
    expect(compared('2026-03-01 2026-04-01', 'PREVIOUS_PERIOD')).toBe('2026-02-01 2026-03-01')
    expect(compared('2024-01-01 2025-01-01', 'PREVIOUS_PERIOD')).toBe('2023-01-01 2024-01-01')
    expect(compared('2026-04-01 2026-07-01', 'PREVIOUS_PERIOD')).toBe('2026-01-01 2026-04-01')
    expect(compared('2026-03-02 2026-03-16', 'PREVIOUS_PERIOD')).toBe('2026-02-16 2026-03-02')
  })

  test('of other days is as many days', () => {
    expect(compared('2024-02-28 2024-03-02', 'PREVIOUS_PERIOD')).toBe('2024-02-25 2024-02-28')
    expect(compared('2026-03-01 2026-03-31', 'PREVIOUS_PERIOD')).toBe('2026-01-30 2026-03-01')
  })

  test('of a period that still runs ends on the same elapsed day, and never beyond itself', () => {
    expect(compared('2026-11-01 2026-12-01', 'PREVIOUS_PERIOD', '2026-11-22')).toBe('2026-10-01 2026-10-23')
    expect(compared('2026-03-01 2026-04-01', 'PREVIOUS_PERIOD', '2026-03-30')).toBe('2026-02-01 2026-03-01')
    expect(compared('2026-11-01 2026-12-01', 'YEAR_AGO', '2026-11-22')).toBe('2025-11-01 2025-11-23')
    expect(compared('2026-11-16 2026-11-30', 'YEAR_AGO_WEEKDAY', '2026-11-22')).toBe('2025-11-17 2025-11-24')
  })
})

test('a year ago are the same dates; a 29 February is the 28th', () => {
  expect(compared('2026-03-01 2026-04-01', 'YEAR_AGO')).toBe('2025-03-01 2025-04-01')
  expect(compared('2024-02-29 2024-03-01', 'YEAR_AGO')).toBe('2023-02-28 2023-03-01')
  expect(compared('2024-02-01 2024-02-29', 'YEAR_AGO')).toBe('2023-02-01 2023-03-01')
  expect(compared('2025-02-01 2025-03-01', 'YEAR_AGO')).toBe('2024-02-01 2024-03-01')
})

test('a year ago by weekday is 364 days', () => {
  expect(compared('2026-03-02 2026-03-09', 'YEAR_AGO_WEEKDAY')).toBe('2025-03-03 2025-03-10')
})
