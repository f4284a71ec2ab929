import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../../packages/api/src/ingest/rollup/rebuild.ts'
import { answerCohorts } from '../../packages/api/src/metrics/cohorts.ts'
import { answerMetrics } from '../../packages/api/src/metrics/engine.ts'
import { askerOf } from '../support/asker.ts'
import { testDatabase } from '../support/database.ts'
import { plantFacts } from '../support/facts.ts'
import { describeRealData, realFile } from '../support/real-data.ts'
import { customersPlainly } from './cohorts.queries.ts'

const SAMPLE = 'cdnow/CDNOW_sample.txt'
/** The customers whom the shop won in a quarter, and the 39 weeks in which they could come back. */
const WON = { from: '1997-01-01', to: '1997-04-01' }
const LAST_DAY = '1997-09-30'

/** Each customer on the days on which it bought. */
function boughtOn(): { customerId: string; day: string; ordered: true }[] {
  const lines = readFileSync(realFile(SAMPLE), 'utf8').trim().split('\n')
  const days = lines.map(line => {
    const [, customer = '', day = ''] = line.trim().split(/\s+/)
    return `c${customer} ${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  })
  return [...new Set(days)].map(one => {
    const [customerId = '', day = ''] = one.split(' ')
    return { customerId, day, ordered: true }
  })
}

describeRealData('the customers of CDNOW', [SAMPLE], () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  beforeAll(async () => {
    database = await testDatabase()
    await plantFacts(database, { customer_day: boughtOn() })
    await rebuild(database)
  })
  afterAll(() => database.close())
  const asker = () => askerOf(database, { now: `${LAST_DAY}T21:59:00Z` })

  test('946 of 2,357 came back in 39 weeks, by cohort', async () => {
    const { cohorts } = await answerCohorts(asker(), {
      key: 'COHORT_RETENTION',
      period: WON,
      interval: 'DAY',
      mode: 'ON_OR_AFTER',
    })
    const later = cohorts.map(({ cells }) => cells[1]?.figure.parts['active'] ?? 0)
    expect(cohorts.reduce((sum, { size }) => sum + size, 0)).toBe(2_357)
    expect(later.reduce((sum, active) => sum + active, 0)).toBe(946)
  })

  test('and as many by the share of repeaters at the end of them', async () => {
    const period = { from: '1997-09-01', to: '1997-10-01' }
    const { answers } = await answerMetrics(asker(), { keys: ['REPEAT_CUSTOMER_RATE'], period })
    expect(answers[0]?.total).toMatchObject({ n: 2_357, value: 946 / 2_357 })
  })

  test.each([
    [{ from: '1997-05-01', to: '1997-06-01' }, 60],
    [{ from: '1998-01-05', to: '1998-03-30' }, 180],
  ])('customers counted plainly are those of the figures: %j, idle after %d days', async (period, inactivityDays) => {
    const keys = ['ACTIVE_CUSTOMERS', 'NEW_CUSTOMERS', 'RETENTION_RATE', 'REPEAT_CUSTOMER_RATE', 'REVENUE_PER_CUSTOMER']
    const { answers } = await answerMetrics(askerOf(database), { keys, period, params: { inactivityDays } })
    const [active, fresh, retention, repeat, revenue] = answers.map(({ total }) => total)
    const plain = await customersPlainly(database.owner, { ...period, idleDays: inactivityDays })
    expect({
      active: active?.value,
      new: fresh?.value,
      atStart: retention?.n,
      kept: Math.round((retention?.value ?? 0) * (retention?.n ?? 0)),
      repeaters: repeat?.parts['repeated'],
      days: revenue?.parts['exposure'],
    }).toEqual(plain)
  })
})
