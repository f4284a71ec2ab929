import { orders } from '@tweeluik/schema/tables'
import { BooleanFilter, DateTimeFilter, DecimalFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
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
  personal: [],
  needs: {
    amount: ['amountE4', 'currency'],
    margin: ['marginE4', 'currency'],
    refunds: ['refunds', 'currency'],
    late: ['promisedAt', 'deliveredAt'],
    customer: ['known', 'customerId'],
  },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'order' },
    customer: { column: 'customerId', type: IDFilter, ids: 'customer' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    at: { column: 'at', type: DateTimeFilter },
    amount: { column: 'amountE4', type: DecimalFilter },
    margin: { column: 'marginE4', type: DecimalFilter },
    currency: { column: 'currency', type: StringFilter },
    status: { column: 'status', type: StringFilter },
    channel: { column: 'channel', type: StringFilter },
    promisedAt: { column: 'promisedAt', type: DateTimeFilter },
    deliveredAt: { column: 'deliveredAt', type: DateTimeFilter },
    repeat: { column: 'repeat', type: BooleanFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    AT: { column: 'at' },
    AMOUNT: { column: 'amountE4' },
  },
  defaultOrder: { field: 'AT', direction: 'desc' },
})
