import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { registerParts } from '../../packages/api/src/db/rollup-parts.ts'
import { generateDemo } from '../../packages/api/src/demo/generate.ts'
import { type Door, openDoor } from '../../packages/api/src/ingest/door.ts'
import { rederiveSlice } from '../../packages/api/src/ingest/load/rederive.ts'
import { answerMetrics } from '../../packages/api/src/metrics/engine.ts'
import { askerOf } from '../support/asker.ts'
import { testDatabase } from '../support/database.ts'
import { plainAnswers } from './service-answers.queries.ts'

const settings = { timeZone: 'Europe/Amsterdam', defaultBrand: 'Loopwijs', contactedDays: 30 }
const TODAY = '2026-11-22'
const period = { from: '2026-01-01', to: '2026-11-01' }

let database: Database
let door: Door
beforeAll(async () => {
  database = await testDatabase()
  await registerParts(database.owner)
  const onFailure = (error: unknown) => {
    throw error
  }
  door = openDoor({ database, ...settings, currency: 'EUR', batchRowsMax: 20_000, onFailure })
  for (const { kind, source, records } of generateDemo({
    seed: 4,
    customers: 300,
    today: TODAY,
    timeZone: 'Europe/Amsterdam',
  })) {
    await send(kind, source, records)
  }
  while (await rederiveSlice(database, settings));
})
afterAll(async () => {
  await door.close()
  await database.close()
})

async function send(kind: RecordKind, source: string, records: readonly object[]) {
  const rows = records.map((value, index) => ({
    line: index + 1,
    text: JSON.stringify(value),
    value: value as Record<string, unknown>,
    fault: null,
  }))
  expect(await door.accept({ source, kind, textual: false }, rows)).toMatchObject({ state: 'loaded', rejections: [] })
}

async function answer(key: string, params: Record<string, string | number> = {}) {
  const asker = askerOf(database, { now: `${TODAY}T22:00:00Z`, brands: ['Loopwijs', 'Veldspoor', '*'] })
  const { answers } = await answerMetrics(asker, { keys: [key], period, params })
  const { value = null, n = 0 } = answers[0]?.total ?? {}
  return { value: value === null ? null : Number(value.toFixed(6)), n }
}

test.each([
  ['SLA_ATTAINMENT', { target: 'FIRST_RESPONSE' }],
  ['RESOLUTION_TIME', { clock: 'BUSINESS' }],
  ['SELF_SERVICE_RATE', {}],
  ['JOURNEY_COMPLETION_RATE', {}],
  ['BOT_CONTAINMENT', {}],
  ['AVOIDABLE_CONTACT_SHARE', {}],
  ['HALO_GAP', {}],
  ['CLAIM_GAP', {}],
  ['COST_OF_UNNECESSARY_CONTACT', {}],
] as const)('%s %j is what plain SQL over the records says, and the demo company has some', async (key, params) => {
  const plain = await plainAnswers(database.owner, period)
  const answered = await answer(key, params)
  expect(answered).toEqual(plain[[key, ...Object.values(params)].join(' ')])
  expect(answered.n).toBeGreaterThan(5)
})
