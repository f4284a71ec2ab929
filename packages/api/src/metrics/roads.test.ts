import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { openDatabase } from '../db/pools.ts'
import { registerParts } from '../db/rollup-parts.ts'
import { audit } from '../ingest/rollup/audit.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerMetrics } from './engine.ts'
import { sourceName } from './plan.ts'
import type { QuestionInput } from './question.ts'
import { forgetGaps, forgetPart, forgetSet, keepGapsByAnotherRule, keptPositions } from './roads.test.queries.ts'
import { valuesSource } from './values.ts'

const march = { from: '2026-03-01', to: '2026-04-01' }
const contacts = [
  { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 10, inChain: true },
  { openedDay: '2026-03-02', offered: true, answeredDay: '2026-03-02', answerSeconds: 45, inChain: true },
  {
    openedDay: '2026-03-05',
    offered: true,
    answeredDay: '2026-03-05',
    answerSeconds: 90,
    inChain: true,
    previousGapDays: 3,
    nearestGapDays: 3,
  },
]

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await registerParts(database.owner)
})
afterAll(() => database.close())
beforeEach(async () => {
  await plantFacts(database, { contact: contacts })
  await rebuild(database)
})

/** By a process that has just begun: what a part's position is, a process asks once. */
async function asked(input: Omit<QuestionInput, 'period'>) {
  const fresh = await openDatabase({ url: database.url })
  const { answers } = await answerMetrics(askerOf(fresh), { period: march, ...input })
  await fresh.close()
  return answers.map(({ asked: { metric }, total, facts, spread }) => ({
    key: metric.key,
    value: total.value,
    road: facts.map(({ plan }) => sourceName(plan)).join(),
    values: spread && valuesSource(spread.plan),
  }))
}

test('a parameter other than its default sends only what hangs on it to the facts, in the same statement', async () => {
  const [byDefault] = await asked({ keys: ['SERVICE_LEVEL'] })
  expect(byDefault).toMatchObject({ value: 1 / 3, road: 'rollup:{}' })
  const answers = await asked({ keys: ['CONTACTS', 'SERVICE_LEVEL'], params: { answeredWithinSeconds: 60 } })
  expect(answers).toMatchObject([
    { key: 'CONTACTS', value: 3, road: 'rollup:{} + raw' },
    { key: 'SERVICE_LEVEL', value: 2 / 3 },
  ])
})

test('the usual window of a rare gap is told by sums alone, any other by the gaps', async () => {
  await forgetGaps(database.owner, 'contact', 'previous')
  const chains = async (windowDays: number) => await asked({ keys: ['CHAIN_LENGTH'], params: { windowDays } })
  expect(await chains(7)).toMatchObject([{ value: 3 / 2, road: 'rollup:{}' }])
  expect(await chains(6)).toMatchObject([{ value: 1, road: 'rollup:{}' }])
})

describe('a definition that changed', () => {
  test('of a sum takes a position of its own: the facts answer until every cell has it, the others stay in the cells', async () => {
    const before = await keptPositions(database.owner, 'contact')
    await forgetPart(database.owner, 'contact', 'squares(answered.answerSeconds)')
    await registerParts(database.owner)
    const question = { keys: ['CONTACTS', 'AVERAGE_SPEED_OF_ANSWER'] }
    const right = [{ value: 3 }, { value: 145 / 3 }]
    expect(await asked(question)).toMatchObject([{ ...right[0], road: 'rollup:{} + raw' }, right[1]])
    expect(await audit(database)).toEqual([])
    await rebuild(database)
    expect(await asked(question)).toMatchObject([{ ...right[0], road: 'rollup:{}' }, right[1]])
    expect(await audit(database)).toEqual([])
    const after = await keptPositions(database.owner, 'contact')
    expect(Math.max(...after)).toBe(Math.max(...before) + 1)
  })

  test('of gaps is not read until it is filled: what was kept by the old one tells nothing', async () => {
    await keepGapsByAnotherRule(database.owner, 'contact', 'previous')
    await registerParts(database.owner)
    const question = { keys: ['CONTACTS', 'CHAIN_LENGTH'], params: { windowDays: 6 } }
    const right = [{ value: 3 }, { value: 3 / 2 }]
    expect(await asked(question)).toMatchObject([{ ...right[0], road: 'rollup:{} + raw' }, right[1]])
    await rebuild(database)
    expect(await asked(question)).toMatchObject([{ ...right[0], road: 'rollup:{}' }, right[1]])
    expect(await audit(database)).toEqual([])
  })

  test('of values is not read until it is filled, and neither percentiles nor the mean are then without an answer', async () => {
    await forgetPart(database.owner, 'contact', 'sketch(answered.answerSeconds)')
    await registerParts(database.owner)
    const question = { keys: ['AVERAGE_SPEED_OF_ANSWER'], values: true }
    expect(await asked(question)).toMatchObject([{ road: 'rollup:{}', values: 'raw' }])
    await rebuild(database)
    expect(await asked(question)).toMatchObject([{ road: 'rollup:{}', values: 'sketches:{}' }])
  })

  test('of the dimension sets: a new one is not read until it is filled, a larger one or the facts are', async () => {
    await forgetSet(database.owner, 'contact', 'CHANNEL')
    await forgetSet(database.owner, 'contact', 'TOPIC')
    await registerParts(database.owner)
    const of = async (dimension: 'CHANNEL' | 'TOPIC') => await asked({ keys: ['CONTACTS'], groupBy: [dimension] })
    expect(await of('CHANNEL')).toMatchObject([{ value: 3, road: 'rollup:{CHANNEL,TEAM}' }])
    expect(await of('TOPIC')).toMatchObject([{ value: 3, road: 'raw' }])
    await rebuild(database)
    expect(await of('CHANNEL')).toMatchObject([{ value: 3, road: 'rollup:{CHANNEL}' }])
    expect(await of('TOPIC')).toMatchObject([{ value: 3, road: 'rollup:{TOPIC}' }])
    expect(await audit(database)).toEqual([])
  })
})
