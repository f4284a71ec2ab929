import { graphql } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import { createContext } from '../context.ts'
import type { Database } from '../db/pools.ts'
import { globalId } from '../graphql/global-id.ts'
import { createSchema } from '../graphql/schema.ts'
import { answerFlow } from './flow.ts'
import { answerFunnel } from './funnel.ts'

const [MAP, OTHER_BRANDS_MAP] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const touchpoint = (name: string) => `10000000-0000-4000-8000-00000000000${'page cart pay'.split(' ').indexOf(name)}`
const point = (name: string) => `touchpoint:${touchpoint(name)}`
const period = { from: '2026-03-01', to: '2026-04-01' }
const now = '2026-04-05T12:00:00Z'

const steps = [
  { touchpointId: touchpoint('page'), stage: 'look', optional: false, maxSeconds: null },
  { touchpointId: touchpoint('cart'), stage: 'buy', optional: true, maxSeconds: null },
  { touchpointId: touchpoint('pay'), stage: 'buy', optional: false, maxSeconds: 900 },
]

/** Journeys that began at noon of a day and met each touchpoint so many minutes later. */
const journeys = (names: readonly string[], day: string, ...met: readonly [at: string, minutes: number][]) => ({
  journey: names.map(id => ({ id, journeyMapId: MAP, day, startedAt: `${day}T12:00:00Z` })),
  interaction: names.flatMap(journeyId =>
    met.map(([name, minutes]) => ({
      journeyId,
      touchpointId: touchpoint(name),
      at: new Date(Date.parse(`${day}T12:00:00Z`) + minutes * 60_000),
    })),
  ),
})

const many = Array.from({ length: 40 }, (_, at) => `many${at}`)
const planted = [
  journeys(many, '2026-03-02', ['page', 1], ['page', 3], ['pay', 13]),
  journeys(['back'], '2026-03-03', ['pay', 1], ['page', 2], ['cart', 5]),
  journeys(['late'], '2026-03-03', ['page', 1], ['pay', 8 * 24 * 60]),
  journeys(['runs'], '2026-03-31', ['page', 1], ['pay', 2]),
]

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await plantFacts(database, {
    journey_map: [
      { id: MAP, windowDays: 7, steps },
      { id: OTHER_BRANDS_MAP, brand: 'other', steps },
    ],
    journey: planted.flatMap(({ journey }) => journey),
    interaction: planted.flatMap(({ interaction }) => interaction),
    contact: [{ journeyId: 'back', channel: 'chat', openedAt: '2026-03-03T12:03:00Z' }],
  })
})
afterAll(() => database.close())
const asker = (role: 'admin' | 'viewer' = 'admin') => askerOf(database, { now, role })

test('a funnel counts who came to each step in order and in time, and leaves out who still can', async () => {
  const funnel = await answerFunnel(asker(), { mapId: MAP, period })
  expect(funnel).toMatchObject({ windowDays: 7, journeys: 42, running: 1 })
  expect(funnel?.steps.map(({ journeys, share, medianSeconds }) => [journeys, share, medianSeconds])).toEqual([
    [42, 1, 60],
    [1, 1 / 42, 180],
    [40, 40 / 42, 720],
  ])
  expect(funnel?.steps[2]?.interval?.low).toBeCloseTo(0.8421, 4)
  const longer = await answerFunnel(asker(), { mapId: MAP, period, windowDays: 10 })
  expect(longer?.steps.map(({ journeys }) => journeys)).toEqual([42, 1, 41])
})

test('a flow tells every step between points, contacts among them, and where journeys began and ended', async () => {
  const flow = await answerFlow(asker(), { period, mapId: MAP })
  expect(flow.steps).toEqual([
    { from: point('page'), to: point('pay'), journeys: 42, medianSeconds: 600 },
    { from: 'contact:chat', to: point('cart'), journeys: 1, medianSeconds: 120 },
    { from: point('page'), to: 'contact:chat', journeys: 1, medianSeconds: 60 },
    { from: point('pay'), to: point('page'), journeys: 1, medianSeconds: 60 },
  ])
  expect(flow.starts).toEqual([
    { point: point('page'), journeys: 42 },
    { point: point('pay'), journeys: 1 },
  ])
  expect(flow.ends.map(({ journeys }) => journeys)).toEqual([42, 1])
})

test('viewers are told of no step that few took, nor of one that would tell it', async () => {
  const flow = await answerFlow(asker('viewer'), { period })
  expect(flow).toMatchObject({ journeys: 43, steps: [], starts: [], ends: [] })
  const funnel = await answerFunnel(asker('viewer'), { mapId: MAP, period })
  expect(funnel?.steps.map(({ journeys, share }) => [journeys, share])).toEqual([
    [42, 1],
    [null, null],
    [40, 40 / 42],
  ])
  expect(funnel?.running).toBeNull()
})

test('a figure opens into as many journeys as it counts, the latest first, and into none for viewers', async () => {
  const [page, pay] = ['page', 'pay'].map(name => globalId('touchpoint', touchpoint(name)))
  const asked = `map: "${globalId('journey-map', MAP)}", period: { from: "${period.from}", to: "${period.to}" }`
  const source = `{
    way: journeysOfFlow(from: "${page}", to: "${pay}", ${asked}, first: 1) { totalCount nodes { startedAt } }
    toChat: journeysOfFlow(from: "${page}", to: "contact:chat", ${asked}) { totalCount }
    usual: journeysOfFunnel(touchpoint: "${pay}", ${asked}) { totalCount }
    longer: journeysOfFunnel(touchpoint: "${pay}", ${asked}, windowDays: 10) { totalCount }
    other: journeysOfFunnel(touchpoint: "${pay}", ${asked.replace(globalId('journey-map', MAP), globalId('journey-map', OTHER_BRANDS_MAP))}) { totalCount }
  }`
  const schema = await createSchema()
  const ask = (role: 'admin' | 'viewer') =>
    graphql({ schema, source, contextValue: createContext({ ...asker(role), requestId: 'test' }) })
  const { data, errors } = await ask('admin')
  expect(errors).toBeUndefined()
  expect(data).toMatchObject({
    way: { totalCount: 42, nodes: [{ startedAt: '2026-03-31T12:00:00.000Z' }] },
    toChat: { totalCount: 1 },
    usual: { totalCount: 40 },
    longer: { totalCount: 41 },
    other: null,
  })
  const refused = await ask('viewer')
  expect(refused.errors?.[0]?.message).toContain('not single records')
})

test('a map of another brand is not there', async () => {
  expect(await answerFunnel(asker(), { mapId: OTHER_BRANDS_MAP, period })).toBeNull()
})

test.each([
  ['a window of no day', { windowDays: 0 }, 'OUT_OF_RANGE', 'windowDays'],
  ['what no journey is', { where: { team: { eq: 'north' } } }, 'DIMENSION_NOT_KNOWN', 'where.team'],
  ['a period without a day', { period: { from: '2026-03-01', to: '2026-03-01' } }, 'PERIOD_EMPTY', 'period'],
])('%s is refused', async (_what, more, code, path) => {
  await expect(answerFunnel(asker(), { mapId: MAP, period, ...more })).rejects.toMatchObject({
    problem: { code, path },
  })
})
