import { type Metric, metrics } from '@tweeluik/schema/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { registerParts } from '../db/rollup-parts.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerMetrics } from './engine.ts'
import { planFact } from './plan.ts'
import { recordsOf } from './records.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await registerParts(database.owner)
})
afterAll(() => database.close())

const fromFacts: typeof planFact = (...question) => ({ ...planFact(...question), set: null })

async function answerOf(metric: Metric, { period, params }: Metric['examples'][number], plan: typeof planFact) {
  const asker = askerOf(database)
  const { answers } = await answerMetrics(asker, { keys: [metric.key], period, params }, plan)
  const [answer] = answers
  if (!answer) throw new Error('No answer')
  const { records } = await recordsOf(asker, answer.total, 500, null)
  return { value: answer.total.value, n: answer.total.n, records: records.length }
}

describe.each([...metrics.values()])('$key', metric => {
  test.each(metric.examples.map(example => ({ promise: example.promise, example })))(
    '$promise',
    async ({ example }) => {
      await plantFacts(database, example.rows)
      await rebuild(database)
      for (const plan of [planFact, fromFacts]) {
        const { value, n, records } = await answerOf(metric, example, plan)
        expect(n).toBe(example.n)
        expect(records).toBe(example.n)
        if (example.value === null) expect(value).toBeNull()
        else expect(value).toBeCloseTo(example.value, 9)
      }
    },
  )
})
