import { deviations, EXAMPLES_TODAY, type Example, type Metric, metrics } from '@tweeluik/schema/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { registerParts } from '../db/rollup-parts.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerMetrics } from './engine.ts'
import { intervalOf } from './figure.ts'
import { planFact } from './plan.ts'
import { recordsOf } from './records.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await registerParts(database.owner)
})
afterAll(() => database.close())

const fromFacts: typeof planFact = (...question) => ({ ...planFact(...question), set: null })

async function answerOf(metric: Metric, { period, params, today = EXAMPLES_TODAY }: Example, plan: typeof planFact) {
  const asker = askerOf(database, { now: `${today}T12:00:00Z` })
  const { answers } = await answerMetrics(asker, { keys: [metric.key], period, params }, plan)
  const [answer] = answers
  if (!answer) throw new Error('No answer')
  const { records } = await recordsOf(asker, answer.total, 500, null)
  const { value, n, leftOut } = answer.total
  return { value, n, leftOut, interval: intervalOf(answer.total, 0.95), records: records.length }
}

describe.each([...metrics.values()])('$key', metric => {
  test.each(metric.examples.map(example => ({ promise: example.promise, example })))(
    '$promise',
    async ({ example }) => {
      await plantFacts(database, example.rows)
      await rebuild(database)
      for (const plan of [planFact, fromFacts]) {
        const answer = await answerOf(metric, example, plan)
        expect(deviations(example, answer)).toEqual([])
        expect(answer.records).toBe(example.n)
      }
    },
  )
})
