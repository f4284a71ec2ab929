import { costRates } from '@tweeluik/schema/tables'
import { DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'

export type CostRateRow = RowOf<typeof costRates.$inferSelect, typeof costRateSource>

export const costRateSource = sourceOver<typeof costRates.$inferSelect>()({
  kind: 'cost-rate',
  typeName: 'CostRate',
  name: 'costRates',
  table: costRates,
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'team',
    'channel',
    'from',
    'to',
    'perHourE4',
    'perContactE4',
    'overheadShare',
    'currency',
    ...changeColumns,
  ],
  personal: [],
  needs: { ...changeNeeds, perHour: ['perHourE4', 'currency'], perContact: ['perContactE4', 'currency'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'cost-rate' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    team: { column: 'team', type: StringFilter },
    channel: { column: 'channel', type: StringFilter },
    from: { column: 'from', type: DateTimeFilter },
    to: { column: 'to', type: DateTimeFilter },
    currency: { column: 'currency', type: StringFilter },
  },
  orders: {
    FROM: { column: 'from' },
  },
  defaultOrder: { field: 'FROM', direction: 'desc' },
})
