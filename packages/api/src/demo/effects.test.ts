import { describe, expect, test } from 'vitest'
import { annotations } from './annotations.ts'
import { companyCalendar } from './calendar.ts'
import { type Measured, type MeasuredMix, measure, records } from './effects.measure.ts'
import { type Effects, effectPeriods, noEffects, plantedEffects } from './effects.ts'
import { type DemoChunk, generateDemo } from './generate.ts'

const when = { today: '2026-11-22', timeZone: 'Europe/Amsterdam' }
const calendar = companyCalendar(when.today, when.timeZone)
const seeds = [22, 23, 24, 25, 26, 27, 28, 29]
const CUSTOMERS = 7_000
/** Student's t for seven degrees of freedom: 99 of 100 such intervals hold the truth. */
const T99 = 3.499

const planted: Measured = {
  invoiceContactFactor: 3,
  invoiceEasePoints: -12,
  pushHandleFactor: 0.8,
  pushFixPoints: -8,
  pushRelationalPoints: -10,
  mailContactFactor: 0.4,
  mailDisplacedShare: 0.3,
  haloGapPoints: 15,
  silentChurnPoints: 9,
  detourShare: 0.12,
  loyalReturnPoints: 30,
  loyalRelationalPoints: 10,
}
const nothing: Measured = {
  invoiceContactFactor: 1,
  invoiceEasePoints: 0,
  pushHandleFactor: 1,
  pushFixPoints: 0,
  pushRelationalPoints: 0,
  mailContactFactor: 1,
  mailDisplacedShare: 0,
  haloGapPoints: 0,
  silentChurnPoints: 0,
  detourShare: 0,
  loyalReturnPoints: 0,
  loyalRelationalPoints: 0,
}

const withEffects = measuredWith(plantedEffects)
const without = measuredWith(noEffects)
const sizes = Object.keys(planted) as (keyof Measured)[]

function measuredWith(effects: Effects): (Measured & MeasuredMix)[] {
  return seeds.map(seed => measure([...generateDemo({ ...when, seed, customers: CUSTOMERS, effects })], calendar))
}

describe('planted effects', () => {
  test.each(sizes)('%s is found, and the interval holds the size that was planted', size => {
    const { low, high } = interval(withEffects.map(measured => measured[size]))
    expect(low).toBeLessThan(planted[size])
    expect(high).toBeGreaterThan(planted[size])
    expect(low > nothing[size] || high < nothing[size]).toBe(true)
  })

  test.each(sizes)('%s shows nothing when its effect is switched off', size => {
    const { low, high } = interval(without.map(measured => measured[size]))
    expect(low).toBeLessThanOrEqual(nothing[size])
    expect(high).toBeGreaterThanOrEqual(nothing[size])
  })
})

describe('divided work looks like a conflict and is none', () => {
  const between = (from: (Measured & MeasuredMix)[], size: keyof MeasuredMix) =>
    interval(from.map(measured => measured[size]))

  test('the team with the short work handles faster and is thought less of', () => {
    expect(between(withEffects, 'handleFactor').high).toBeLessThan(0.95)
    expect(between(withEffects, 'npsPoints').high).toBeLessThan(0)
  })

  test('with the mix of work held fixed both differences are gone', () => {
    expect(holds(between(withEffects, 'handleFactorFixedMix'), 1)).toBe(true)
    expect(holds(between(withEffects, 'npsPointsFixedMix'), 0)).toBe(true)
  })

  test('when the work is not divided there is nothing to explain', () => {
    expect(holds(between(without, 'handleFactor'), 1)).toBe(true)
    expect(holds(between(without, 'npsPoints'), 0)).toBe(true)
  })
})

describe('switches', () => {
  const small = { ...when, seed: 3, customers: 900 }
  const all = [...generateDemo(small)]
  const text = (kind: 'customers' | 'orders' | 'contacts' | 'feedback', chunks: DemoChunk[]) =>
    JSON.stringify(records(kind, chunks))
  const names = Object.keys(plantedEffects) as (keyof Effects)[]

  test.each(names)('%s has its own', name => {
    const others = [...generateDemo({ ...small, effects: { [name]: null } })]
    const isSame = (kind: Parameters<typeof text>[0]) => text(kind, others) === text(kind, all)
    const isAboutBuying = name === 'silentSufferers' || name === 'loyalSegment'
    expect(isSame('orders')).toBe(!isAboutBuying)
    expect(isSame('customers')).toBe(name !== 'loyalSegment')
    if (name === 'haloGap') expect(isSame('feedback')).toBe(false)
    else if (!isAboutBuying) expect(isSame('contacts')).toBe(false)
  })
})

describe('when they are planted', () => {
  const dates = (today: string) => {
    const company = companyCalendar(today, when.timeZone)
    const { unclearInvoice, handlingPush, deliveryMail, dividedWork } = effectPeriods(plantedEffects, company)
    return [
      [unclearInvoice.from, unclearInvoice.to],
      [handlingPush.from, handlingPush.relationFrom],
      [dividedWork.from, deliveryMail.from],
    ].map(days => days.map(company.date))
  }

  test('six weeks of spring from a Monday, June with the relation two months later, February and September', () => {
    expect(dates('2026-11-22')).toEqual([
      ['2026-03-02', '2026-04-13'],
      ['2026-06-01', '2026-08-01'],
      ['2026-02-01', '2026-09-01'],
    ])
  })

  test('what the company did is written beside its figures, and what it did not do is not', () => {
    const written = (effects: Effects) => [...annotations(calendar, effects)].map(({ id, from, to }) => [id, from, to])
    expect(written(plantedEffects)).toEqual([
      ['divided-work', '2026-02-01', undefined],
      ['new-invoice', '2026-03-02', '2026-04-13'],
      ['handling-target', '2026-06-01', undefined],
      ['delivery-mail', '2026-09-01', undefined],
    ])
    expect(written(noEffects)).toEqual([])
  })

  test('an effect too young to show stands a year earlier', () => {
    expect(dates('2027-03-20')).toEqual([
      ['2026-03-02', '2026-04-13'],
      ['2026-06-01', '2026-08-01'],
      ['2026-02-01', '2026-09-01'],
    ])
    expect(dates('2027-07-01')).toEqual([
      ['2027-03-01', '2027-04-12'],
      ['2026-06-01', '2026-08-01'],
      ['2027-02-01', '2026-09-01'],
    ])
  })
})

interface Interval {
  low: number
  high: number
}

function interval(estimates: number[]): Interval {
  const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length
  const variance = estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (estimates.length - 1)
  const margin = T99 * Math.sqrt(variance / estimates.length)
  return { low: mean - margin, high: mean + margin }
}

function holds({ low, high }: Interval, value: number): boolean {
  return low < value && value < high
}
