import { touchpoints } from '@tweeluik/schema/tables'
import { BooleanFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'
import { AwarenessFilter } from './touchpoint.words.ts'

export type TouchpointRow = RowOf<typeof touchpoints.$inferSelect, typeof touchpointSource>

export const touchpointSource = sourceOver<typeof touchpoints.$inferSelect>()({
  kind: 'touchpoint',
  typeName: 'Touchpoint',
  name: 'touchpoints',
  table: touchpoints,
  right: 'figures',
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'name',
    'stage',
    'channel',
    'department',
    'awareness',
    'momentOfTruth',
    'selfService',
    'ideal',
    ...changeColumns,
  ],
  personal: [],
  needs: changeNeeds,
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'touchpoint' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    name: { column: 'name', type: StringFilter },
    stage: { column: 'stage', type: StringFilter },
    channel: { column: 'channel', type: StringFilter },
    department: { column: 'department', type: StringFilter },
    awareness: { column: 'awareness', type: AwarenessFilter },
    momentOfTruth: { column: 'momentOfTruth', type: BooleanFilter },
    selfService: { column: 'selfService', type: BooleanFilter },
  },
  orders: {
    NAME: { column: 'name' },
  },
  defaultOrder: { field: 'NAME', direction: 'asc' },
})
