import { readFileSync } from 'node:fs'
import { addDays, daysBetween } from '@tweeluik/schema'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import { describeRealData, realFile } from '../../../../test/support/real-data.ts'
import type { Database } from '../db/pools.ts'
import { Random } from '../demo/random.ts'
import { answerMetrics } from '../metrics/engine.ts'
import { type BgNbd, chanceAlive, ordersWhenAlive } from './bg-nbd.ts'
import { type DueFit, dueFits, makeFits } from './refit.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** As published for CDNOW by Fader, Hardie & Lee (2005), times in weeks. */
const PUBLISHED: BgNbd = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 }
const settings = { timeZone: 'Europe/Amsterdam', currency: 'EUR' }

test('what is to be expected of one customer is what the authors of the model publish', () => {
  const history = { repeats: 2, lastWeeks: 30.43, ageWeeks: 38.86 }
  expect(chanceAlive(PUBLISHED, history) * ordersWhenAlive(PUBLISHED, history, 39)).toBeCloseTo(1.226, 3)
})

test('the formula is the mean over what a customer may be like, also where it is 0 over 0', () => {
  const weeks = fc.double({ min: 1, max: 260, noNaN: true })
  const a = fc.oneof(fc.constant(1), fc.double({ min: 0.2, max: 3, noNaN: true }))
  fc.assert(
    fc.property(fc.nat(20), weeks, weeks, a, (repeats, ageWeeks, ahead, a) => {
      const model = { ...PUBLISHED, a }
      const told = ordersWhenAlive(model, { repeats, ageWeeks }, ahead)
      expect(told / integral(model, repeats, ageWeeks, ahead)).toBeCloseTo(1, 2)
    }),
    { numRuns: 30 },
  )
})

/** Orders to come by numeric integration over the chance p of leaving after an order, beta distributed. */
function integral({ r, alpha, a, b }: BgNbd, repeats: number, ageWeeks: number, weeks: number): number {
  const steps = 20_000
  // Where the weight has a pole at 0, steps of p = u^(1/a) take it away; where it has none, they would be too wide there.
  const power = Math.min(a, 1)
  let [mass, sum] = [0, 0]
  for (let step = 0; step < steps; step += 1) {
    const u = (step + 0.5) / steps
    const p = u ** (1 / power)
    const weight = u ** (a / power - 1) * (1 - p) ** (b + repeats - 1)
    const left = ((alpha + ageWeeks) / (alpha + ageWeeks + p * weeks)) ** (r + repeats)
    mass += weight
    sum += (weight * (1 - left)) / p
  }
  return sum / mass
}

const make = (due: readonly DueFit[], by = settings) => Array.fromAsync(makeFits(database, by, due))

/** Orders of customers as the model has them: each at a rate of its own, and after each order some leave for good. */
function orders(brand: string, customers: number, of: Record<string, unknown> = {}) {
  return Array.from({ length: customers }, (_, customer) => {
    const random = new Random(1, customer, brand.length)
    const gapDays = 20 + 80 * random.uniform()
    const spend = random.logNormal(40, 0.5)
    const days = [addDays('2025-01-01', random.whole(0, 200))]
    for (;;) {
      const next = addDays(days.at(-1) ?? '', Math.ceil(-gapDays * Math.log(1 - random.uniform())))
      if (random.chance(0.4) || next > '2025-12-01') break
      days.push(next)
    }
    return days.map(day => ({
      customerId: `00000000-0000-4000-8000-${brand.length}${String(customer).padStart(11, '0')}`,
      brand,
      day,
      amountE4: Math.round(random.logNormal(spend, 0.4) * 10_000),
      marginE4: 100_000,
      ...of,
    }))
  }).flat()
}

async function valueOn(day: string, brands: readonly string[], where?: { brand: { in: string[] } }) {
  const asker = askerOf(database, { brands, seesAllBrands: brands.includes('*') })
  const question = { keys: ['CUSTOMER_LIFETIME_VALUE'], period: { from: '2025-01-01', to: addDays(day, 1) }, where }
  const { answers } = await answerMetrics(asker, question)
  return answers[0]?.total.value ?? null
}

test('a fit is made for yesterday and each month before, per brand and over all; what comes late makes it due again', async () => {
  await plantFacts(database, { order: [...orders('north', 900), ...orders('southern', 50)] })
  const now = Date.parse('2026-01-15T12:00:00Z')
  const due = await dueFits(database, settings, now)
  expect(due[0]).toMatchObject({ brands: ['*'], day: '2026-01-14' })
  expect([...new Set(due.map(({ day }) => day))].slice(0, 3)).toEqual(
    ['2026-01-14', '2025-12-31', '2025-11-30'].slice(0, 3),
  )
  await make(due.slice(0, 3))
  expect(await dueFits(database, settings, now)).toHaveLength(due.length - 3)
  await plantLate()
  expect(await dueFits(database, settings, now)).toHaveLength(due.length - 1)
})

async function plantLate() {
  await database.owner`/* plantLate */ update orders set day = '2025-01-01' where brand = 'southern' and id = (select min(id::text)::uuid from orders)`
  await database.owner`/* plantOneLess */ delete from orders where brand = 'north' and id = (select min(id::text)::uuid from orders where brand = 'north')`
}

test('each brand has its own figure, all together theirs, some none; and too few who came back is no figure either', async () => {
  await plantFacts(database, { order: [...orders('north', 900), ...orders('southern', 50), ...orders('west', 900)] })
  const due = await dueFits(database, settings, Date.parse('2026-01-15T12:00:00Z'))
  await make(due.filter(({ day }) => day === '2026-01-14'))
  const everybody = ['north', 'southern', 'west', '*']
  const north = await valueOn('2026-01-14', ['north'])
  expect(north).toBeGreaterThan(0)
  expect(await valueOn('2026-01-14', everybody, { brand: { in: ['north'] } })).toBe(north)
  expect(await valueOn('2026-01-14', everybody)).toBeGreaterThan(0)
  expect(await valueOn('2026-01-14', everybody, { brand: { in: ['north', 'west'] } })).toBeNull()
  expect(await valueOn('2026-01-14', ['southern'])).toBeNull()
  expect(await valueOn('2026-01-13', everybody)).toBeNull()
})

test('without an order whose margin is known there is no figure, and with half the margin half of it', async () => {
  const fitted = async (marginE4: number | null) => {
    await plantFacts(database, { order: orders('north', 900, { marginE4, currency: 'USD' }) })
    const [due] = await dueFits(database, { ...settings, currency: 'USD' }, Date.parse('2026-01-15T12:00:00Z'))
    const [fit] = due ? await make([due], { ...settings, currency: 'USD' }) : []
    return fit
  }
  expect(await fitted(null)).toMatchObject({ problem: 'NO_MARGIN', customers: 0, marginByMonth: [] })
  const [whole, half] = [await fitted(200_000), await fitted(100_000)]
  expect(whole?.problem).toBeNull()
  expect((half?.marginByMonth[0] ?? 0) / (whole?.marginByMonth[0] ?? 0)).toBeCloseTo(0.5, 9)
})

describeRealData('CDNOW', ['cdnow/CDNOW_sample.txt'], () => {
  const CALIBRATED = '1997-09-30'
  const lines = () =>
    readFileSync(realFile('cdnow/CDNOW_sample.txt'), 'utf8')
      .trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/))
      .map(([, customer = '', date = '', , dollars = '']) => ({
        customerId: `00000000-0000-4000-8000-${customer.padStart(12, '0')}`,
        day: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
        amountE4: Math.round(Number(dollars) * 10_000),
        marginE4: Math.round(Number(dollars) * 3_000),
        currency: 'USD',
      }))

  test('the parameters are those published for 39 weeks of 2,357 customers, 946 of whom came back', async () => {
    await plantFacts(database, { order: lines() })
    const usd = { timeZone: 'America/New_York', currency: 'USD' }
    const due = await dueFits(database, usd, Date.parse('1997-10-01T12:00:00Z'))
    const [fit] = await make(due.slice(0, 1), usd)
    expect(due[0]?.day).toBe(CALIBRATED)
    expect(fit?.customers).toBe(2_357)
    for (const [name, published] of Object.entries(PUBLISHED)) {
      expect((fit?.model?.[name as keyof BgNbd] ?? 0) / published, name).toBeCloseTo(1, 3)
    }
    const spending = { p: 6.25, q: 3.74, gamma: 15.44 }
    for (const [name, published] of Object.entries(spending)) {
      expect((fit?.spending?.[name as keyof typeof spending] ?? 0) / published, name).toBeCloseTo(1, 2)
    }
  })

  test('at week 78 it foretells 4 % fewer repeat orders than came, as published', () => {
    const buyers = [...Map.groupBy(lines(), ({ customerId }) => customerId).values()].map(
      rows => [...new Set(rows.map(({ day }) => day))].sort() as [string, ...string[]],
    )
    expect(buyers.filter(days => days.filter(day => day <= CALIBRATED).length > 1)).toHaveLength(946)
    const came = buyers.reduce((sum, days) => sum + days.length - 1, 0)
    const foretold = buyers.reduce((sum, [first]) => {
      const weeks = daysBetween(first, '1998-06-30') / 7
      return sum + ordersWhenAlive(PUBLISHED, { repeats: 0, ageWeeks: 0 }, weeks)
    }, 0)
    expect(foretold / came).toBeCloseTo(0.96, 2)
  })
})
