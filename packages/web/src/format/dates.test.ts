import { describe, expect, it } from 'vitest'
import { bucketName, moment, monthTick, periodName } from './dates.ts'

describe('a bucket is named as short as it can be', () => {
  it.each([
    ['2026-08-31', '2026-09-07', 'WEEK', '31 aug–6 sep', '31 Aug–6 Sept'],
    ['2026-09-07', '2026-09-14', 'WEEK', '7–13 sep', '7–13 Sept'],
    ['2025-12-29', '2026-01-05', 'WEEK', '29 dec–4 jan ’25', '29 Dec–4 Jan ’25'],
    ['2026-03-01', '2026-04-01', 'MONTH', 'maart', 'March'],
    ['2025-03-01', '2025-04-01', 'MONTH', 'maart ’25', 'March ’25'],
    ['2026-07-01', '2026-10-01', 'QUARTER', 'Q3', 'Q3'],
    ['2025-01-01', '2026-01-01', 'YEAR', '2025', '2025'],
    ['2026-03-05', '2026-03-06', 'DAY', '5 mrt', '5 Mar'],
  ] as const)('%s %s %s', (start, end, grain, nl, en) => {
    expect(bucketName(start, end, grain, 'nl', 2026)).toBe(nl)
    expect(bucketName(start, end, grain, 'en', 2026)).toBe(en)
  })
})

describe('a period', () => {
  it('is named by its first and last day, the year once where it is one', () => {
    expect(periodName({ from: '2025-11-24', to: '2026-11-21' }, 'nl')).toBe('24 nov 2025\u00a0– 20 nov 2026')
    expect(periodName({ from: '2026-01-01', to: '2026-04-01' }, 'en')).toBe('1 Jan\u00a0– 31 Mar 2026')
  })

  it('of one day is that day', () => {
    expect(periodName({ from: '2026-03-05', to: '2026-03-06' }, 'nl')).toBe('5 mrt 2026')
  })
})

it('says the year on an axis only in January', () => {
  expect(monthTick('2026-01-01', 'nl')).toBe('jan ’26')
  expect(monthTick('2026-04-01', 'en')).toBe('Apr')
})

it('gives a moment on the reader’s own clock', () => {
  const at = new Date(2026, 10, 20, 14, 32)
  expect(moment(at.toISOString(), 'nl', at)).toBe('20 nov, 14:32')
  expect(moment(at.toISOString(), 'en', new Date(2027, 0, 1))).toBe('20 Nov 2026, 14:32')
})
