import type { Dimension } from '@tweeluik/schema/facts'
import { absenceOver, deviations, EXAMPLES_TODAY, type Example, type Metric, metrics } from '@tweeluik/schema/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askerOf } from '../../../../test/support/asker.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { plantFacts } from '../../../../test/support/facts.ts'
import type { Database } from '../db/pools.ts'
import { registerParts } from '../db/rollup-parts.ts'
import { rebuild } from '../ingest/rollup/rebuild.ts'
import { answerCohorts } from './cohorts.ts'
import { type Asker, answerMetrics } from './engine.ts'
import { intervalOf } from './figure.ts'
import { fieldOf } from './filter.ts'
import { planFact } from './plan.ts'
import { recordsOf } from './records.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await registerParts(database.owner)
})
afterAll(() => database.close())

const fromFacts: typeof planFact = (...question) => ({ ...planFact(...question), set: null })

async function answerOf(metric: Metric, example: Example, plan: typeof planFact) {
  const asker = askerOf(database, { now: `${example.today ?? EXAMPLES_TODAY}T12:00:00Z` })
  const figure = await figureOf(asker, metric, example, plan)
  const { records } = await recordsOf(asker, figure, 500, null)
  const { value, n, leftOut, asked, parts } = figure
  const absence = absenceOver(asked.metric, asked.params, figure.period)(parts)
  return { value, n, leftOut, absence, interval: intervalOf(figure, 0.95), records: records.length }
}

async function figureOf(asker: Asker, metric: Metric, example: Example, plan: typeof planFact) {
  const { key, alwaysBy } = metric
  const { period, params, cohort, of, asked = {} } = example
  if (cohort) {
    const { cohorts } = await answerCohorts(asker, { key, period, ...cohort })
    const cell = cohorts[0]?.cells[cohort.index]
    if (!cell) throw new Error('No cell')
    return cell.figure
  }
  const values = Object.entries(asked).map(([dimension, value]) => [fieldOf(dimension as Dimension), { eq: value }])
  const where = {
    ...(alwaysBy && of && { [fieldOf(alwaysBy.dimension)]: { in: [...of] } }),
    ...Object.fromEntries(values),
  }
  const { answers } = await answerMetrics(asker, { keys: [key], period, params, where }, plan)
  if (!answers[0]) throw new Error('No answer')
  return answers[0].total
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
