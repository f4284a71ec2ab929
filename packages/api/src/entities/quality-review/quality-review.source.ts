import { qualityReviews } from '@tweeluik/schema/tables'
import { BooleanFilter, DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'

export type QualityReviewRow = RowOf<typeof qualityReviews.$inferSelect, typeof qualityReviewSource>

export const qualityReviewSource = sourceOver<typeof qualityReviews.$inferSelect>()({
  kind: 'quality-review',
  typeName: 'QualityReview',
  name: 'qualityReviews',
  table: qualityReviews,
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'contactId',
    'at',
    'reviewer',
    'items',
    'scoreE4',
    'criticalFailed',
    'channel',
    'team',
    'segment',
    'country',
  ],
  personal: ['reviewer'],
  needs: { contact: ['contactId'], score: ['scoreE4'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'quality-review' },
    contact: { column: 'contactId', type: IDFilter, ids: 'contact' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    at: { column: 'at', type: DateTimeFilter },
    reviewer: { column: 'reviewer', type: StringFilter },
    criticalFailed: { column: 'criticalFailed', type: BooleanFilter },
    channel: { column: 'channel', type: StringFilter },
    team: { column: 'team', type: StringFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    AT: { column: 'at' },
    SCORE: { column: 'scoreE4' },
  },
  defaultOrder: { field: 'AT', direction: 'desc' },
})
