import { customers } from '@tweeluik/schema/tables'
import { type RowOf, sourceOver } from '../../graphql/source.ts'

export type CustomerRow = RowOf<typeof customers.$inferSelect, typeof customerSource>

export const customerSource = sourceOver<typeof customers.$inferSelect>()({
  kind: 'customer',
  typeName: 'Customer',
  name: 'customers',
  table: customers,
  columns: [
    'id',
    'brand',
    'kind',
    'company',
    'name',
    'email',
    'phone',
    'language',
    'country',
    'segment',
    'acquiredAt',
    'churnedAt',
    'anonymous',
    'attributes',
  ],
  filters: {
    id: { column: 'id', ids: 'customer' },
    brand: { column: 'brand' },
    kind: { column: 'kind' },
    language: { column: 'language' },
    country: { column: 'country' },
    segment: { column: 'segment' },
    acquiredAt: { column: 'acquiredAt' },
    churnedAt: { column: 'churnedAt' },
    anonymous: { column: 'anonymous' },
  },
  orders: {
    ID: { column: 'id' },
    ACQUIRED_AT: { column: 'acquiredAt', nullable: true },
    NAME: { column: 'nameSearch', nullable: true, personal: true },
  },
})
