import { surveys } from '@tweeluik/schema/tables'
import { BooleanFilter, DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { FeedbackKindFilter } from '../feedback/feedback.words.ts'

export type SurveyRow = RowOf<typeof surveys.$inferSelect, typeof surveySource>

export const surveySource = sourceOver<typeof surveys.$inferSelect>()({
  kind: 'survey',
  typeName: 'Survey',
  name: 'surveys',
  table: surveys,
  columns: [
    'id',
    'customerId',
    'known',
    'source',
    'externalId',
    'brand',
    'kind',
    'sentAt',
    'skipped',
    'contactId',
    'touchpointId',
    'answered',
    'segment',
    'country',
  ],
  personal: [],
  needs: { customer: ['known', 'customerId'], contact: ['contactId'], touchpoint: ['touchpointId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'survey' },
    customer: { column: 'customerId', type: IDFilter, ids: 'customer' },
    contact: { column: 'contactId', type: IDFilter, ids: 'contact' },
    touchpoint: { column: 'touchpointId', type: IDFilter, ids: 'touchpoint' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    kind: { column: 'kind', type: FeedbackKindFilter },
    sentAt: { column: 'sentAt', type: DateTimeFilter },
    skipped: { column: 'skipped', type: BooleanFilter },
    answered: { column: 'answered', type: BooleanFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    SENT_AT: { column: 'sentAt' },
  },
  defaultOrder: { field: 'SENT_AT', direction: 'desc' },
})
