import { journeyMaps } from '@tweeluik/schema/tables'
import { IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'

export type JourneyMapRow = RowOf<typeof journeyMaps.$inferSelect, typeof journeyMapSource>

export const journeyMapSource = sourceOver<typeof journeyMaps.$inferSelect>()({
  kind: 'journey-map',
  typeName: 'JourneyMap',
  name: 'journeyMaps',
  table: journeyMaps,
  right: 'figures',
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'name',
    'windowDays',
    'completedById',
    'steps',
    'stages',
    ...changeColumns,
  ],
  personal: [],
  needs: { ...changeNeeds, completedBy: ['completedById'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'journey-map' },
    completedBy: { column: 'completedById', type: IDFilter, ids: 'touchpoint' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    name: { column: 'name', type: StringFilter },
  },
  orders: {
    NAME: { column: 'name' },
  },
  defaultOrder: { field: 'NAME', direction: 'asc' },
})
