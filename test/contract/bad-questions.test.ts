import { metricKeys } from '@tweeluik/schema/metrics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { type Recorded, recordStatements } from '../support/statements.ts'

let recorded: Recorded
let server: TestServer
beforeAll(async () => {
  recorded = recordStatements(await testDatabase())
  server = await testServer({ database: recorded.database })
})
afterAll(async () => {
  await server.close()
  await recorded.database.close()
})
beforeEach(() => {
  recorded.transactions.length = 0
})

const YEAR = 'period: { from: "2025-01-01", to: "2026-01-01" }'
const ask = (given: string, wanted = 'total { value }') => `{ metrics(${given}) { ${wanted} } }`

/** What was wrong, of a question for which nothing was read. */
async function problemOf(query: string, variables: object = {}): Promise<Readonly<Record<string, unknown>>> {
  const { errors } = await server.graphql(query, variables)
  expect(recorded.transactions).toEqual([])
  return { message: errors?.[0]?.message, ...errors?.[0]?.extensions }
}

test.each([
  [
    'a period that ends before it begins',
    'keys: [AHT], period: { from: "2026-01-02", to: "2026-01-01" }',
    'PERIOD_EMPTY',
    'period',
  ],
  ['more than 20 years', 'keys: [AHT], period: { from: "2000-01-01", to: "2020-01-02" }', 'PERIOD_TOO_LONG', 'period'],
  [
    'a dimension that a metric does not have',
    `keys: [CONTACTS, CSAT], ${YEAR}, groupBy: [CHANNEL, TOPIC]`,
    'DIMENSION_NOT_KNOWN',
    'groupBy.1',
  ],
  [
    'a filter on such a dimension',
    `keys: [CSAT], ${YEAR}, where: { topic: { eq: "x" } }`,
    'DIMENSION_NOT_KNOWN',
    'where.topic',
  ],
  [
    'a parameter that no asked metric knows',
    `keys: [AHT], ${YEAR}, params: { windowDays: 7 }`,
    'UNKNOWN_PARAM',
    'params.windowDays',
  ],
  [
    'a parameter outside its range',
    `keys: [FIRST_TIME_FIX], ${YEAR}, params: { windowDays: 31 }`,
    'OUT_OF_RANGE',
    'params.windowDays',
  ],
])('%s is refused with code, path and fix, before anything is read', async (_what, given, code, path) => {
  expect(await problemOf(ask(given))).toMatchObject({ code, path, fix: expect.stringMatching(/./) })
})

test('fifty metrics by three dimensions by day are refused for what they would cost', async () => {
  const keys = metricKeys.filter(key => !key.includes('COHORT')).slice(0, 50)
  const given = `keys: [${keys.join(', ')}], ${YEAR}, grain: DAY, groupBy: [BRAND, SEGMENT, COUNTRY], top: 1000`
  const problem = await problemOf(ask(given, 'series { points { value { value } } }'))
  expect(problem).toMatchObject({ code: 'TOO_COSTLY', fix: expect.stringContaining('coarser grain') })
})

describe('a name with a slip in it', () => {
  test('of a metric is met by the nearest one, in the document and in a variable', async () => {
    expect((await problemOf(ask(`keys: [ATH], ${YEAR}`))).message).toContain('"AHT"')
    const query = `query ($keys: [MetricKey!]!) { metrics(keys: $keys, ${YEAR}) { total { value } } }`
    const { message, fix } = await problemOf(query, { keys: ['FIRST_TIME_FIXX'] })
    expect(message).toContain('"FIRST_TIME_FIX"')
    expect(fix).toMatch(/./)
  })

  test('of a dimension, a parameter or a field, too', async () => {
    expect((await problemOf(ask(`keys: [AHT], ${YEAR}, groupBy: [CHANEL]`))).message).toContain('"CHANNEL"')
    expect((await problemOf(ask(`keys: [AHT], ${YEAR}, params: { windowDay: 7 }`))).message).toContain('"windowDays"')
    expect((await problemOf(ask(`keys: [AHT], ${YEAR}`, 'total { percentil(p: 0.5) }'))).message).toContain(
      '"percentile"',
    )
  })
})

describe('a percentile', () => {
  test('of a metric that counts is refused once, for the metric, and nothing is read', async () => {
    const { errors } = await server.graphql(
      ask(
        `keys: [AHT, CONTACTS], ${YEAR}, grain: MONTH`,
        'total { percentile(p: 0.5) } series { points { value { distribution { count } } } }',
      ),
    )
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'NO_PERCENTILES',
      path: 'keys.1',
      fix: expect.stringContaining('AHT'),
    })
    expect(recorded.transactions).toEqual([])
  })

  test('that a directive leaves out is asked of nobody', async () => {
    const query = `query ($spread: Boolean!) { metrics(keys: [CONTACTS], ${YEAR}) { total { n ...S @include(if: $spread) } } }
      fragment S on MetricValue { percentile(p: 0.5) }`
    expect((await server.graphql(query, { spread: false })).errors).toBeUndefined()
    expect((await server.graphql(query, { spread: true })).errors?.[0]?.extensions).toMatchObject({
      code: 'NO_PERCENTILES',
    })
  })

  test.each([-0.1, 1.1, 50])('of a share of %d is out of range', async p => {
    const { errors } = await server.graphql(ask(`keys: [AHT], ${YEAR}`, `total { percentile(p: ${p}) }`))
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'OUT_OF_RANGE',
      path: 'p',
      fix: expect.stringContaining('0.5'),
    })
  })

  test('is null where there is nothing, and so is its interval', async () => {
    const wanted = 'total { percentile(p: 0.5) percentileInterval(p: 0.5) { low } distribution { count } }'
    const { data, errors } = await server.graphql(ask(`keys: [AHT, CSAT], ${YEAR}`, wanted))
    expect(errors).toBeUndefined()
    const nothing = { total: { percentile: null, percentileInterval: null, distribution: [] } }
    expect(data).toEqual({ metrics: [nothing, nothing] })
  })
})
