import { slaPolicies } from '@tweeluik/schema/tables'
import { DateTimeFilter, IDFilter, IntFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'

export type SlaPolicyRow = RowOf<typeof slaPolicies.$inferSelect, typeof slaPolicySource>

export const slaPolicySource = sourceOver<typeof slaPolicies.$inferSelect>()({
  kind: 'sla-policy',
  typeName: 'SlaPolicy',
  name: 'slaPolicies',
  table: slaPolicies,
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'version',
    'from',
    'where',
    'firstResponseSeconds',
    'nextReplySeconds',
    'resolutionSeconds',
    'calendarId',
    ...changeColumns,
  ],
  personal: [],
  needs: { ...changeNeeds, calendar: ['calendarId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'sla-policy' },
    calendar: { column: 'calendarId', type: IDFilter, ids: 'calendar' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    version: { column: 'version', type: IntFilter },
    from: { column: 'from', type: DateTimeFilter },
  },
  orders: {
    FROM: { column: 'from' },
  },
  defaultOrder: { field: 'FROM', direction: 'desc' },
})
