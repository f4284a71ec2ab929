import { exposures } from '@tweeluik/schema/tables'
import { DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'

export type ExposureRow = RowOf<typeof exposures.$inferSelect, typeof exposureSource>

export const exposureSource = sourceOver<typeof exposures.$inferSelect>()({
  kind: 'exposure',
  typeName: 'Exposure',
  name: 'exposures',
  table: exposures,
  columns: ['id', 'customerId', 'source', 'externalId', 'brand', 'triggerId', 'at', 'segment', 'country'],
  personal: [],
  needs: { customer: ['customerId'], trigger: ['triggerId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'exposure' },
    customer: { column: 'customerId', type: IDFilter, ids: 'customer' },
    trigger: { column: 'triggerId', type: IDFilter, ids: 'trigger' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    at: { column: 'at', type: DateTimeFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    AT: { column: 'at' },
  },
  defaultOrder: { field: 'AT', direction: 'desc' },
})
