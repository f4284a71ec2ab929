import { exchangeRates } from '@tweeluik/schema/tables'
import { DateFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'

export type ExchangeRateRow = RowOf<typeof exchangeRates.$inferSelect, typeof exchangeRateSource>

export const exchangeRateSource = sourceOver<typeof exchangeRates.$inferSelect>()({
  kind: 'exchange-rate',
  typeName: 'ExchangeRate',
  name: 'exchangeRates',
  table: exchangeRates,
  columns: ['id', 'source', 'externalId', 'brand', 'from', 'to', 'day', 'rate', ...changeColumns],
  personal: [],
  needs: changeNeeds,
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'exchange-rate' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    from: { column: 'from', type: StringFilter },
    to: { column: 'to', type: StringFilter },
    day: { column: 'day', type: DateFilter },
  },
  orders: {
    DAY: { column: 'day' },
  },
  defaultOrder: { field: 'DAY', direction: 'desc' },
})
