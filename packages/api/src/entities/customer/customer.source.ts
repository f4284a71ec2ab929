import { contacts, customerIdentities, customers, orders } from '@tweeluik/schema/tables'
import {
  BooleanFilter,
  DateFilter,
  DateTimeFilter,
  IDFilter,
  IntFilter,
  StringFilter,
} from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { CustomerKindFilter } from './customer.words.ts'

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
    'nameSearch',
  ],
  personal: ['name', 'email', 'phone', 'attributes', 'nameSearch', 'emailSearch'],
  needs: { identities: ['id'], merges: ['id'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'customer' },
    brand: { column: 'brand', type: StringFilter },
    kind: { column: 'kind', type: CustomerKindFilter },
    name: { column: 'nameSearch', type: StringFilter, folded: true },
    email: { column: 'emailSearch', type: StringFilter, folded: true },
    language: { column: 'language', type: StringFilter },
    country: { column: 'country', type: StringFilter },
    segment: { column: 'segment', type: StringFilter },
    acquiredAt: { column: 'acquiredAt', type: DateTimeFilter },
    churnedAt: { column: 'churnedAt', type: DateTimeFilter },
    anonymous: { column: 'anonymous', type: BooleanFilter },
    externalId: {
      type: StringFilter,
      description: 'On any id that a source knows them by.',
      related: { table: customerIdentities, value: { any: 'externalId' } },
      personal: true,
    },
    lastOrderedDay: {
      type: DateFilter,
      description: 'On the day of their last order; without one they never ordered.',
      related: { table: orders, value: { greatest: 'day' } },
    },
    contactCount: {
      type: IntFilter,
      description: 'On how many service contacts they had.',
      related: { table: contacts, value: 'count' },
    },
  },
  orders: {
    ID: { column: 'id' },
    ACQUIRED_AT: { column: 'acquiredAt', nullable: true },
    NAME: { column: 'nameSearch', nullable: true },
    EMAIL: { column: 'emailSearch', nullable: true },
    SEGMENT: { column: 'segment', nullable: true },
    COUNTRY: { column: 'country', nullable: true },
  },
  defaultOrder: { field: 'ID', direction: 'asc' },
})
