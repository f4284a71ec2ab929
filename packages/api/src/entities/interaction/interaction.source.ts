import { interactions } from '@tweeluik/schema/tables'
import { DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'

export type InteractionRow = RowOf<typeof interactions.$inferSelect, typeof interactionSource>

export const interactionSource = sourceOver<typeof interactions.$inferSelect>()({
  kind: 'interaction',
  typeName: 'Interaction',
  name: 'interactions',
  table: interactions,
  columns: [
    'id',
    'customerId',
    'known',
    'source',
    'externalId',
    'brand',
    'touchpointId',
    'at',
    'journeyId',
    'attributes',
    'stage',
    'segment',
    'country',
  ],
  personal: ['attributes'],
  needs: { touchpoint: ['touchpointId'], journey: ['journeyId'], customer: ['known', 'customerId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'interaction' },
    customer: { column: 'customerId', type: IDFilter, ids: 'customer' },
    touchpoint: { column: 'touchpointId', type: IDFilter, ids: 'touchpoint' },
    journey: { column: 'journeyId', type: IDFilter, ids: 'journey' },
    journeyMap: { column: 'journeyMapId', type: IDFilter, ids: 'journey-map' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    at: { column: 'at', type: DateTimeFilter },
    stage: { column: 'stage', type: StringFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    AT: { column: 'at' },
  },
  defaultOrder: { field: 'AT', direction: 'desc' },
})
