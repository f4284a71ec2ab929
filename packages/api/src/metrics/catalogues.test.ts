import { type GraphQLSchema, graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import { type Recorded, recordStatements } from '../../../../test/support/statements.ts'
import { createContext } from '../context.ts'
import type { Database } from '../db/pools.ts'
import { globalId } from '../graphql/global-id.ts'
import { createSchema } from '../graphql/schema.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { valueOutside } from './dimension-values.ts'
import { answerMetrics } from './engine.ts'
import { sourceName } from './plan.ts'
import type { QuestionInput } from './question.ts'

const [invoice, strike, chat, shop, gone] = Array.from({ length: 5 }, () => crypto.randomUUID())
const march = { from: '2026-03-01', to: '2026-04-01' }
const PERIOD = 'period: { from: "2026-03-01", to: "2026-04-01" }'

let database: Database
let recorded: Recorded
let schema: GraphQLSchema
beforeAll(async () => {
  schema = await createSchema()
  recorded = recordStatements(await testDatabase())
  database = recorded.database
  await plant()
})
afterAll(() => database.close())

async function plant(): Promise<void> {
  const openedDay = '2026-03-10'
  await plantFacts(database, {
    trigger: [
      { id: invoice, name: 'Unclear invoice', department: 'billing' },
      { id: strike, name: 'Strike', department: 'logistics', brand: 'south' },
    ],
    touchpoint: [{ id: chat, name: 'Chat' }],
    journey_map: [{ id: shop, name: 'From wish to shoe' }],
    contact: [
      { openedDay, brand: 'north', triggerId: invoice, journeyMapId: shop, stage: 'buy', touchpointId: chat },
      { openedDay, brand: 'north', triggerId: strike, journeyMapId: shop, stage: 'buy', touchpointId: gone },
      { openedDay, brand: 'north', triggerId: gone },
      { openedDay, brand: 'north' },
    ],
  })
  await rebuild(database)
}

const asker = (brands: readonly string[]) => askerOf(database, { brands })

async function countsBy(input: Omit<QuestionInput, 'keys' | 'period'>, brands = ['north', 'south']) {
  const { answers } = await answerMetrics(asker(brands), { keys: ['CONTACTS'], period: march, ...input })
  return Object.fromEntries(answers.flatMap(({ series }) => series).map(({ keys, total }) => [keys[0]?.value, total.n]))
}

describe('the department of a contact', () => {
  test('is what the catalogue says of its cause now; a cause that has not come says nothing', async () => {
    expect(await countsBy({ groupBy: ['DEPARTMENT'] })).toEqual({ billing: 1, logistics: 1, null: 2 })
    onTestFinished(plant)
    await database.owner`/* moveCause */ update triggers set department = 'sales' where id = ${invoice ?? ''}`
    expect(await countsBy({ groupBy: ['DEPARTMENT'] })).toEqual({ sales: 1, logistics: 1, null: 2 })
    expect(await countsBy({ where: { department: { eq: 'sales' } } })).toEqual({ undefined: 1 })
  })

  test("of another brand's cause is not told to whoever does not see that brand", async () => {
    expect(await countsBy({ groupBy: ['DEPARTMENT'] }, ['north'])).toEqual({ billing: 1, null: 3 })
  })
})

test('a filter takes the ids that groups give', async () => {
  const where = { trigger: { in: [globalId('trigger', invoice ?? ''), globalId('trigger', gone ?? '')] } }
  expect(await countsBy({ where, groupBy: ['TOUCHPOINT'] })).toEqual({
    [valueOutside('TOUCHPOINT', chat ?? '') ?? '']: 1,
    null: 1,
  })
})

describe('labels', () => {
  const ask = async (source: string) => {
    recorded.transactions.length = 0
    const contextValue = createContext({ ...asker(['north']), requestId: 'test' })
    const { data, errors } = await graphql({ schema, source, contextValue })
    expect(errors).toBeUndefined()
    const { metrics } = data as { metrics: { series: { keys: { label: string }[] }[] }[] }
    const series = metrics.flatMap(answer => answer.series)
    return series.map(({ keys }) => keys.map(({ label }) => label).join(' - ')).sort()
  }

  test('are the names of records in either language, and asked in one statement whatever their kinds', async () => {
    const groups = 'groupBy: [JOURNEY_MAP, TOUCHPOINT]'
    const labels = await ask(
      `{ metrics(keys: [CONTACTS], ${PERIOD}, ${groups}) { series { keys { label(language: NL) } } } }`,
    )
    expect(labels).toEqual([
      'From wish to shoe - Chat',
      'From wish to shoe - Nog niet bekend',
      'Niet ingevuld - Niet ingevuld',
    ])
    expect(recorded.transactions.flat().filter(statement => statement.includes('/* names */'))).toHaveLength(1)
  })

  test("of another brand's records are as those that have not come", async () => {
    const labels = await ask(
      `{ metrics(keys: [CONTACTS], ${PERIOD}, groupBy: [TRIGGER]) { series { keys { label } } } }`,
    )
    expect(labels).toEqual(['Not known yet', 'Not known yet', 'Not set', 'Unclear invoice'])
  })
})

test.each<[string, string, QuestionInput['groupBy'], QuestionInput['where'], string[]]>([
  ['CONTACTS', 'a cause', ['TRIGGER'], undefined, ['rollup:{TRIGGER}']],
  ['CONTACTS', 'a department', ['DEPARTMENT', 'BRAND'], undefined, ['rollup:{TRIGGER}']],
  ['CONTACTS', 'a channel of a department', ['CHANNEL'], { department: { eq: 'x' } }, ['rollup:{CHANNEL,TRIGGER}']],
  ['CONTACTS', 'a team of a department', ['TEAM'], { department: { eq: 'x' } }, ['raw']],
  ['CONTACTS', 'a topic', ['TOPIC'], undefined, ['rollup:{TOPIC}']],
  ['CONTACTS', 'a country', ['COUNTRY'], { segment: { eq: 'x' } }, ['rollup:{SEGMENT,COUNTRY}']],
  ['CONTACTS', 'a stage', ['STAGE'], undefined, ['rollup:{JOURNEY_MAP,STAGE,TOUCHPOINT}']],
  ['INTERACTIONS', 'a stage', ['STAGE'], undefined, ['rollup:{JOURNEY_MAP,STAGE,TOUCHPOINT}']],
  ['JOURNEYS', 'a map', ['JOURNEY_MAP'], undefined, ['rollup:{JOURNEY_MAP}']],
  ['CES', 'a stage', ['STAGE'], undefined, ['rollup:{TOUCHPOINT,STAGE}']],
  ['RELATIONAL_NPS', 'a contact before', ['CONTACTED'], undefined, ['rollup:{CONTACTED}']],
  ['RESPONSE_RATE', 'a touchpoint', ['TOUCHPOINT'], undefined, ['rollup:{TOUCHPOINT}']],
  ['CX_INVESTMENT', 'a touchpoint', ['TOUCHPOINT'], undefined, ['raw']],
  ['QUALITY_SCORE', 'a team', ['TEAM'], undefined, ['rollup:{CHANNEL,TEAM}']],
  ['REOPEN_RATE', 'a cause', ['TRIGGER'], undefined, ['raw', 'rollup:{TRIGGER}']],
])('%s by %s reads the smallest rollup that has it', async (key, _what, groupBy, where, sources) => {
  const { answers } = await answerMetrics(asker(['north']), { keys: [key], period: march, groupBy, where })
  expect(answers.flatMap(({ facts }) => facts.map(({ plan }) => sourceName(plan)))).toEqual(sources)
})
