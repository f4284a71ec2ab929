import { orders } from '@tweeluik/schema/tables'
import { type RowOf, sourceOver } from '../../graphql/source.ts'

export type OrderRow = RowOf<typeof orders.$inferSelect, typeof orderSource>

export const orderSource = sourceOver<typeof orders.$inferSelect>()({
  kind: 'order',
  typeName: 'Order',
  name: 'orders',
  table: orders,
  columns: [
    'id',
    'customerId',
    'known',
    'source',
    'externalId',
    'brand',
    'at',
    'amountE4',
    'currency',
    'marginE4',
    'refunds',
    'status',
    'channel',
    'promisedAt',
    'deliveredAt',
    'repeat',
    'segment',
    'country',
  ],
  filters: {
    id: { column: 'id', ids: 'order' },
    customer: { column: 'customerId', ids: 'customer' },
    brand: { column: 'brand' },
    source: { column: 'source' },
    externalId: { column: 'externalId' },
    at: { column: 'at' },
    amount: { column: 'amountE4' },
    margin: { column: 'marginE4' },
    currency: { column: 'currency' },
    status: { column: 'status' },
    channel: { column: 'channel' },
    promisedAt: { column: 'promisedAt' },
    deliveredAt: { column: 'deliveredAt' },
    repeat: { column: 'repeat' },
    segment: { column: 'segment' },
    country: { column: 'country' },
  },
  orders: {
    AT: { column: 'at' },
    AMOUNT: { column: 'amountE4' },
  },
})
