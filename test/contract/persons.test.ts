import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { impossibleCustomers } from '../model/identity.queries.ts'
import { describeRealData, realFile } from '../support/real-data.ts'
import { testServer } from '../support/serving.ts'

const FILES = { customers: 'olist-sample/olist_customers_dataset.csv', orders: 'olist-sample/olist_orders_dataset.csv' }

/** The columns of a file in which no cell of these holds a comma. */
function cellsOf(path: string, names: readonly string[]): string[][] {
  const [header = '', ...rows] = readFileSync(realFile(path), 'utf8').trimEnd().split(/\r?\n/)
  const read = (line: string) => line.split(',').map(cell => cell.replaceAll('"', ''))
  const places = names.map(name => read(header).indexOf(name))
  return rows.map(read).map(cells => places.map(place => cells[place] ?? ''))
}

describeRealData('Olist', Object.values(FILES), () => {
  test('4,000 orders under a customer id each are of 3,998 persons, told before and after what they bought', {
    timeout: 120_000,
  }, async () => {
    const server = await testServer()
    try {
      const customers = cellsOf(FILES.customers, ['customer_id', 'customer_unique_id']).map(([id, person]) => ({
        id,
        sameAs: [{ source: 'persons', id: person }],
      }))
      const orders = cellsOf(FILES.orders, ['order_id', 'customer_id', 'order_purchase_timestamp']).map(
        ([id, customer, at = '']) => ({ id, customer, at: `${at.replace(' ', 'T')}-03:00`, amount: 1 }),
      )
      await server.ingest('customers', customers.slice(0, 2_000))
      await server.ingest('orders', orders)
      await server.ingest('customers', customers.slice(2_000))
      const { data } = await server.graphql(
        `query ($period: PeriodInput!) {
          customers(first: 0) { totalCount }
          metrics(keys: [ORDERS, REPEAT_CUSTOMER_RATE], period: $period) { total { n denominator } }
        }`,
        { period: { from: '2016-01-01', to: '2019-01-01' } },
      )
      const [counted, repeated] = (data as { metrics: { total: { n: number; denominator: number } }[] }).metrics
      expect(data).toMatchObject({ customers: { totalCount: 3_998 } })
      expect(counted?.total.n).toBe(4_000)
      expect(repeated?.total.denominator).toBe(3_998)
      expect(await impossibleCustomers(server.database.owner)).toEqual([])
      expect(await audit(server.database)).toEqual([])
    } finally {
      await server.close()
    }
  })
})
