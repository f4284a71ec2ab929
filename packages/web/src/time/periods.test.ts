import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, isDay, mondayOf } from './days.ts'
import {
  comparisonOf,
  fittingGrain,
  grainFor,
  periodOf,
  perOf,
  presets,
  readableBucket,
  readableGrain,
} from './periods.ts'

describe('days', () => {
  it('counts across a clock change as across any night', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  })

  it('keeps a date within its month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(addMonths('2026-01-01', -1)).toBe('2025-12-01')
  })

  it('knows a day that does not exist', () => {
    expect(isDay('2024-02-29')).toBe(true)
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', 'today', '']) expect(isDay(text)).toBe(false)
  })

  it('starts a week on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-16')).toBe('2026-11-16')
  })
})

describe('a preset', () => {
  it('of twelve months is 52 whole weeks up to today', () => {
    const period = periodOf('last-12-months', '2026-11-20')
    expect(period).toEqual({ from: '2025-11-24', to: '2026-11-21' })
    expect(mondayOf(period.from)).toBe(period.from)
    expect(daysBetween(period.from, addDays(mondayOf('2026-11-20'), 7))).toBe(52 * 7)
  })

  it('never reaches past today, except last year, which is over', () => {
    for (const preset of presets) {
      const { from, to } = periodOf(preset, '2026-02-10')
      expect(from < to).toBe(true)
      expect(to <= '2026-02-11').toBe(true)
    }
    expect(periodOf('last-year', '2026-02-10')).toEqual({ from: '2025-01-01', to: '2026-01-01' })
    expect(periodOf('this-quarter', '2026-02-10')).toEqual({ from: '2026-01-01', to: '2026-02-11' })
  })
})

describe('the grain', () => {
  it('grows with the period', () => {
    expect(grainFor({ from: '2026-01-01', to: '2026-02-01' })).toBe('DAY')
    expect(grainFor({ from: '2025-11-24', to: '2026-11-21' })).toBe('WEEK')
    expect(grainFor({ from: '2023-01-01', to: '2026-01-01' })).toBe('MONTH')
    expect(grainFor({ from: '2016-01-01', to: '2026-01-01' })).toBe('QUARTER')
  })

  const year = { from: '2025-11-24', to: '2026-11-21' }

  it('moves on to the next step in which the period has no more buckets than can be read', () => {
    expect(fittingGrain('DAY', year)).toBe('WEEK')
    expect(fittingGrain('DAY', { from: '2026-01-01', to: '2026-04-01' })).toBe('DAY')
    expect(fittingGrain('WEEK', year, 26)).toBe('MONTH')
    expect(fittingGrain('DAY', { from: '2016-01-01', to: '2026-01-01' })).toBe('MONTH')
    expect(fittingGrain('QUARTER', year)).toBe('QUARTER')
  })

  it('steps up when the median bucket is too thin to read', () => {
    expect(readableGrain('WEEK', 'WEEK', [10, 99, 500], year)).toBe('MONTH')
    expect(readableGrain('WEEK', 'WEEK', [10, readableBucket, 500], year)).toBe('WEEK')
    expect(readableGrain('DAY', 'DAY', [5, 5, 5, 5], year)).toBe('WEEK')
  })

  it('stays where nothing is known, where nothing is coarser, or where no line would be left', () => {
    expect(readableGrain('WEEK', 'WEEK', [], year)).toBe('WEEK')
    expect(readableGrain('MONTH', 'WEEK', [1], year)).toBe('MONTH')
    expect(readableGrain('QUARTER', 'QUARTER', [1], year)).toBe('QUARTER')
    expect(readableGrain('WEEK', 'WEEK', [1], { from: '2026-11-01', to: '2026-11-21' })).toBe('WEEK')
  })

  it('steps down again once the records are in, and never wavers', () => {
    expect(readableGrain('MONTH', 'WEEK', [900], year)).toBe('WEEK')
    for (let perDay = 1; perDay < 60; perDay++) {
      const month = readableGrain('MONTH', 'WEEK', [perDay * 30], year)
      if (month === 'WEEK') expect(readableGrain('WEEK', 'WEEK', [perDay * 7], year)).toBe('WEEK')
    }
    expect(readableGrain('WEEK', 'WEEK', [9_000], year)).toBe('WEEK')
  })

  it('decides what a year ago is: the same weekday for days and weeks, the same date above', () => {
    expect(comparisonOf('year', 'WEEK')).toBe('YEAR_AGO_WEEKDAY')
    expect(comparisonOf('year', 'MONTH')).toBe('YEAR_AGO')
    expect(comparisonOf('previous', 'WEEK')).toBe('PREVIOUS_PERIOD')
  })

  it('decides what a figure per customer is per', () => {
    expect([perOf('DAY'), perOf('WEEK'), perOf('MONTH'), perOf('QUARTER'), perOf('YEAR')]).toEqual([
      'WEEK',
      'WEEK',
      'MONTH',
      'MONTH',
      'YEAR',
    ])
  })
})
