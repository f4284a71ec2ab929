import { possibleDuplicates } from '@tweeluik/schema/tables'
import { BooleanFilter, DateTimeFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { DuplicateReasonFilter } from './possible-duplicate.words.ts'

export type PossibleDuplicateRow = RowOf<typeof possibleDuplicates.$inferSelect, typeof possibleDuplicateSource>

/** What may be asked of them; they are no records, and cannot be asked by their id. */
export const possibleDuplicateSource = sourceOver<typeof possibleDuplicates.$inferSelect>()({
  kind: 'customer',
  typeName: 'PossibleDuplicate',
  name: 'possible duplicates',
  table: possibleDuplicates,
  columns: ['id', 'oneId', 'otherId', 'brand', 'reason', 'hindrance', 'since'],
  personal: [],
  filters: {
    brand: { column: 'brand', type: StringFilter },
    reason: { column: 'reason', type: DuplicateReasonFilter },
    since: { column: 'since', type: DateTimeFilter },
  },
  orders: { SINCE: { column: 'since' } },
  defaultOrder: { field: 'SINCE', direction: 'desc' },
})

/** Of several reasons for the same two customers one is shown. */
export const shownDuplicates = {
  ...possibleDuplicateSource,
  filters: { ...possibleDuplicateSource.filters, shown: { column: 'shown', type: BooleanFilter } },
} as const
