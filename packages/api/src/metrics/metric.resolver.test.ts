import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import { createContext } from '../context.ts'
import type { Database } from '../db/pools.ts'
import { createSchema } from '../graphql/schema.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import type { Role } from '../security/roles.ts'

let schema: GraphQLSchema
let database: Database
beforeAll(async () => {
  schema = await createSchema()
  database = await testDatabase()
  const contacts = (team: string | null, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      openedDay: '2026-03-10',
      team,
      handled: true,
      handledDay: '2026-03-10',
      handleSeconds: at === 0 ? 1_000 : at + 100,
    }))
  await plantFacts(database, { contact: [...contacts('red', 90), ...contacts(null, 40), ...contacts('green', 3)] })
  await rebuild(database)
})
afterAll(() => database.close())

interface Answer extends ExecutionResult {
  data: Record<string, unknown>
}

async function ask(source: string, role: Role = 'analyst'): Promise<Answer> {
  const contextValue = createContext({ ...askerOf(database, { role }), requestId: 'test' })
  // Answers have no prototype, which counts in a comparison.
  return JSON.parse(JSON.stringify(await graphql({ schema, source, contextValue })))
}

const PERIOD = 'period: { from: "2026-03-01", to: "2026-04-01" }'
const VALUE =
  '{ value numerator denominator n leftOut suppressed interval { low } records(first: 1) { pageInfo { hasNextPage } } }'

describe('a viewer', () => {
  test('gets figures and no records, and of small groups nothing at all', async () => {
    const { data } = await ask(
      `{ metrics(keys: [RESOLUTION_RATE], ${PERIOD}, groupBy: [TEAM]) { total ${VALUE} series { total ${VALUE} } } }`,
      'viewer',
    )
    const nothing = {
      value: null,
      numerator: null,
      denominator: null,
      n: null,
      leftOut: null,
      interval: null,
      records: null,
    }
    const [result] = data['metrics'] as [{ total: object; series: { total: object }[] }]
    expect(result.total).toMatchObject({ value: 0, n: 133, suppressed: false, records: null })
    expect(result.series.map(({ total }) => total)).toEqual([
      expect.objectContaining({ value: 0, n: 90, suppressed: false, records: null }),
      { ...nothing, suppressed: true },
      { ...nothing, suppressed: true },
    ])
  })

  test('is not told how many rows were read: of few records they are the records', async () => {
    const source = `{ metrics(keys: [CONTACTS], ${PERIOD}, explain: true, where: { team: { eq: "green" }, topic: { isNull: true } }) {
      plan { facts { source rowsRead } } } }`
    const rowsRead = async (role: Role) => (await ask(source, role)).data['metrics']
    expect(await rowsRead('analyst')).toEqual([{ plan: { facts: [{ source: 'raw', rowsRead: 3 }] } }])
    expect(await rowsRead('viewer')).toEqual([{ plan: { facts: [{ source: 'raw', rowsRead: null }] } }])
  })

  test('is told of no value that only a few lie beyond, nor of a class of a few at an end', async () => {
    const source = `{ metrics(keys: [AHT], ${PERIOD}, where: { team: { eq: "red" } }) { total {
      least: percentile(p: 0) fifth: percentile(p: 0.055) median: percentile(p: 0.5) most: percentile(p: 1)
      interval: percentileInterval(p: 0.95) { high } narrow: percentileInterval(p: 0.5) { high } distribution { from to count } } } }`
    const told = async (role: Role) => {
      const [{ total }] = (await ask(source, role)).data['metrics'] as [{ total: Record<string, unknown> }]
      return total
    }
    const some = expect.any(Number)
    const between = { high: some }
    const seen = await told('analyst')
    expect(seen).toMatchObject({
      least: some,
      fifth: some,
      median: some,
      most: some,
      interval: between,
      narrow: between,
    })
    expect(seen['distribution']).toContainEqual({ from: 900, to: 1200, count: 1 })
    const shown = await told('viewer')
    expect(shown).toMatchObject({ least: null, fifth: some, median: some, most: null, interval: null, narrow: between })
    const ends = shown['distribution'] as { from: number; to: number; count: number }[]
    expect(ends.at(-1)).toMatchObject({ to: 1200 })
    expect(Math.min(...[ends.at(0), ends.at(-1)].map(bin => bin?.count ?? 0))).toBeGreaterThanOrEqual(5)
    expect(ends.reduce((sum, { count }) => sum + count, 0)).toBe(90)
  })

  test('gets neither a small compared figure nor the difference that would tell it', async () => {
    const compared = '{ value n difference ratio significant interval { low } }'
    const { data } = await ask(
      `{ metrics(keys: [CONTACTS], period: { from: "2026-04-01", to: "2026-05-01" }, compare: PREVIOUS_PERIOD,
        where: { team: { eq: "green" } }) { total { compared ${compared} } } }`,
      'viewer',
    )
    const nothing = { value: null, n: null, difference: null, ratio: null, significant: null, interval: null }
    expect(data['metrics']).toEqual([{ total: { compared: nothing } }])
  })
})

test('an integrator reads no figures', async () => {
  const { errors } = await ask(`{ metrics(keys: [CONTACTS], ${PERIOD}) { asOf } }`, 'integrator')
  expect(errors?.[0]?.message).toBe('Your role writes records and reads no figures')
})

test('groups say their name in either language, and their value goes back into the filter', async () => {
  const { data } = await ask(
    `{ metrics(keys: [CONTACTS], ${PERIOD}, groupBy: [TEAM], top: 2) {
      series { keys { value other nl: label(language: NL) en: label } } } }`,
  )
  expect(data['metrics']).toEqual([
    {
      series: [
        { keys: [{ value: 'red', other: false, nl: 'red', en: 'red' }] },
        { keys: [{ value: null, other: false, nl: 'Niet ingevuld', en: 'Not set' }] },
        { keys: [{ value: null, other: true, nl: 'Overig', en: 'Other' }] },
      ],
    },
  ])
})

test('an interval is as wide as its level asks, and a level that is none is refused', async () => {
  const at = (level: number) =>
    `{ metrics(keys: [CONTACTS], ${PERIOD}) { total { interval(level: ${level}) { low high level } } } }`
  const { data } = await ask(at(0.5))
  const [{ total }] = data['metrics'] as [{ total: { interval: { low: number; high: number; level: number } } }]
  expect(total.interval.level).toBe(0.5)
  expect(total.interval.low).toBeGreaterThan(120)
  expect(total.interval.high).toBeLessThan(146)
  const { errors } = await ask(at(1))
  expect(errors?.[0]?.path).toEqual(['metrics', 0, 'total', 'interval'])
})

test('a cursor that is none is refused', async () => {
  const { errors } = await ask(
    `{ metrics(keys: [CONTACTS], ${PERIOD}) { total { records(after: "x") { pageInfo { endCursor } } } } }`,
  )
  expect(errors?.[0]?.message).toBe('This is no cursor of this list')
})

test('definitions are given by lens, in both languages, with the defaults of the organisation', async () => {
  const { data } = await ask(
    `{ metricDefinitions(lens: CX) { key lens nl: name(language: NL) en: name params { name type default min max values } } }`,
  )
  const definitions = data['metricDefinitions'] as {
    key: string
    lens: string
    nl: string
    en: string
    params: object[]
  }[]
  expect(new Set(definitions.map(({ lens }) => lens))).toEqual(new Set(['CX']))
  const found = definitions.find(({ key }) => key === 'REVENUE_PER_CUSTOMER')
  expect(found).toMatchObject({ nl: 'Omzet per klant', en: 'Revenue per customer' })
  expect(found?.params).toEqual([
    { name: 'per', type: 'Enum', default: 'MONTH', min: null, max: null, values: ['WEEK', 'MONTH', 'YEAR'] },
    { name: 'inactivityDays', type: 'Int', default: '180', min: 1, max: 3650, values: null },
    { name: 'currency', type: 'String', default: 'EUR', min: null, max: null, values: null },
  ])
})
