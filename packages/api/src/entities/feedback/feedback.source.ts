import { feedback } from '@tweeluik/schema/tables'
import { BooleanFilter, DateTimeFilter, FloatFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { FeedbackKindFilter } from './feedback.words.ts'

export type FeedbackRow = RowOf<typeof feedback.$inferSelect, typeof feedbackSource>

export const feedbackSource = sourceOver<typeof feedback.$inferSelect>()({
  kind: 'feedback',
  typeName: 'Feedback',
  name: 'feedback',
  table: feedback,
  columns: [
    'id',
    'customerId',
    'known',
    'source',
    'externalId',
    'brand',
    'kind',
    'score',
    'scaleMin',
    'scaleMax',
    'standardScoreE2',
    'favourable',
    'unfavourable',
    'at',
    'comment',
    'language',
    'contactId',
    'resolved',
    'wanted',
    'channel',
    'team',
    'segment',
    'country',
  ],
  personal: ['comment'],
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'feedback' },
    customer: { column: 'customerId', type: IDFilter, ids: 'customer' },
    contact: { column: 'contactId', type: IDFilter, ids: 'contact' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    kind: { column: 'kind', type: FeedbackKindFilter },
    score: { column: 'score', type: FloatFilter },
    favourable: { column: 'favourable', type: BooleanFilter },
    unfavourable: { column: 'unfavourable', type: BooleanFilter },
    at: { column: 'at', type: DateTimeFilter },
    language: { column: 'language', type: StringFilter },
    resolved: { column: 'resolved', type: BooleanFilter },
    wanted: { column: 'wanted', type: BooleanFilter },
    channel: { column: 'channel', type: StringFilter },
    team: { column: 'team', type: StringFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    AT: { column: 'at' },
    SCORE: { column: 'score' },
  },
  defaultOrder: { field: 'AT', direction: 'desc' },
})
