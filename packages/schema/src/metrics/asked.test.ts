import { expect, test } from 'vitest'
import { EXAMPLES_TODAY, type Metric, metrics, reference } from './index.ts'

/** What the metrics that say something say, by key. */
function told<Value>(of: (metric: Metric) => Value | undefined): Record<string, Value> {
  return Object.fromEntries(
    [...metrics].flatMap(([key, metric]) => {
      const value = of(metric)
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

test('what customers spend in a day or a week is no sign that they stay', () => {
  const months = ['MONTH', 'QUARTER', 'YEAR']
  expect(told(({ grains }) => grains)).toEqual({
    GROSS_REVENUE_RETENTION: months,
    NET_REVENUE_RETENTION: months,
    SHARE_OF_REVENUE: months,
  })
})

test('figures per customer and per order are divided by what customers are, whatever their records are besides', () => {
  const customers = ['BRAND', 'SEGMENT', 'COUNTRY']
  const margin = ['orders', 'allOrders', 'margin', 'marginSquares']
  const givenBack = ['refundedEarlierOrders', 'refunded', 'refundedSquares']
  const byCustomers = (...names: string[]) => Object.fromEntries(names.map(name => [name, customers]))
  expect(told(({ dividedBy }) => dividedBy)).toEqual({
    ACQUISITION_COST: byCustomers('newCustomers'),
    CONTACT_RATE: byCustomers('orders', 'baseDays'),
    COST_TO_SERVE: byCustomers('baseDays'),
    REVENUE_PER_CUSTOMER: byCustomers('exposure'),
    SERVICE_COST_RATIO: byCustomers(...margin, ...givenBack),
  })
})

test('waits, handling and scores are told by percentiles too', () => {
  const waits = ['AVERAGE_SPEED_OF_ANSWER', 'FIRST_RESPONSE_TIME', 'RESOLUTION_TIME']
  const handling = ['AHT', 'HOLD_TIME', 'TALK_TIME', 'WRAP_TIME']
  const scores = ['CES', 'CES_MEAN', 'CSAT', 'CSAT_MEAN', 'RELATIONAL_NPS', 'REVIEW_SCORE', 'TRANSACTIONAL_NPS']
  expect(Object.keys(told(({ values }) => values)).sort()).toEqual([...waits, ...handling, ...scores].sort())
})

test('cohorts are asked by themselves, and by what all days of a customer have', () => {
  expect(told(({ answeredBy }) => answeredBy)).toEqual({ COHORT_RETENTION: 'cohorts' })
  expect(metrics.get('COHORT_RETENTION')?.dimensions).toEqual(['BRAND', 'SEGMENT', 'COUNTRY'])
})

test('only what contacts are counted per hundred of hangs on the trigger', () => {
  expect(told(({ ratePer }) => ratePer)).toEqual({ CONTACT_RATE: 'exposure' })
})

test('the share of a group is of the revenue of all groups together', () => {
  const metric = metrics.get('SHARE_OF_REVENUE')
  const spentBy = (customerId: string, amountE4: number) => ({
    customerId,
    day: '2026-03-02',
    amountE4,
    currency: 'EUR',
  })
  const [group, others] = [[spentBy('anja', 10_000)], [spentBy('bram', 30_000)]]
  const window = { from: '2026-03-01', to: '2026-04-01', today: EXAMPLES_TODAY }
  const among = { order: [...group, ...others] }
  expect(metric && reference(metric, { order: group }, { ...window, among }, { currency: 'EUR' }).value).toBe(0.25)
})
