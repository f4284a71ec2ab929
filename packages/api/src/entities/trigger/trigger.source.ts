import { triggers } from '@tweeluik/schema/tables'
import { BooleanFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'
import { RatePerFilter, TriggerIntentFilter } from './trigger.words.ts'

export type TriggerRow = RowOf<typeof triggers.$inferSelect, typeof triggerSource>

export const triggerSource = sourceOver<typeof triggers.$inferSelect>()({
  kind: 'trigger',
  typeName: 'Trigger',
  name: 'triggers',
  table: triggers,
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'name',
    'parentId',
    'department',
    'intent',
    'avoidable',
    'ratePer',
    ...changeColumns,
  ],
  personal: [],
  needs: { ...changeNeeds, parent: ['parentId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'trigger' },
    parent: { column: 'parentId', type: IDFilter, ids: 'trigger' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    name: { column: 'name', type: StringFilter },
    department: { column: 'department', type: StringFilter },
    intent: { column: 'intent', type: TriggerIntentFilter },
    avoidable: { column: 'avoidable', type: BooleanFilter },
    ratePer: { column: 'ratePer', type: RatePerFilter },
  },
  orders: {
    NAME: { column: 'name' },
    DEPARTMENT: { column: 'department' },
  },
  defaultOrder: { field: 'NAME', direction: 'asc' },
})
