import { investments } from '@tweeluik/schema/tables'
import { DateTimeFilter, DecimalFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'
import { InvestmentLensFilter, InvestmentPurposeFilter } from './investment.words.ts'

export type InvestmentRow = RowOf<typeof investments.$inferSelect, typeof investmentSource>

export const investmentSource = sourceOver<typeof investments.$inferSelect>()({
  kind: 'investment',
  typeName: 'Investment',
  name: 'investments',
  table: investments,
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'at',
    'amountE4',
    'currency',
    'purpose',
    'lens',
    'touchpointId',
    'campaign',
    'segment',
    'country',
    ...changeColumns,
  ],
  personal: [],
  needs: { ...changeNeeds, amount: ['amountE4', 'currency'], touchpoint: ['touchpointId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'investment' },
    touchpoint: { column: 'touchpointId', type: IDFilter, ids: 'touchpoint' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    at: { column: 'at', type: DateTimeFilter },
    amount: { column: 'amountE4', type: DecimalFilter },
    currency: { column: 'currency', type: StringFilter },
    purpose: { column: 'purpose', type: InvestmentPurposeFilter },
    lens: { column: 'lens', type: InvestmentLensFilter },
    campaign: { column: 'campaign', type: StringFilter },
  },
  orders: {
    AT: { column: 'at' },
    AMOUNT: { column: 'amountE4' },
  },
  defaultOrder: { field: 'AT', direction: 'desc' },
})
