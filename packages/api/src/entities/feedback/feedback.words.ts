import type { FeedbackKind as Word } from '@tweeluik/schema'
import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const FeedbackKind = {
  RELATIONAL_NPS: 'relational_nps',
  TRANSACTIONAL_NPS: 'transactional_nps',
  CSAT: 'csat',
  CES: 'ces',
  REVIEW: 'review',
} as const satisfies Record<Uppercase<Word>, Word>
registerEnumType(FeedbackKind, {
  name: 'FeedbackKind',
  description: 'What was asked.',
  valuesConfig: {
    RELATIONAL_NPS: { description: 'Would you recommend us, asked of the relation as a whole: 0 to 10.' },
    TRANSACTIONAL_NPS: { description: 'Would you recommend us, asked after an event: 0 to 10.' },
    CSAT: { description: 'How satisfied are you: 1 to 5 unless the scale says otherwise.' },
    CES: { description: 'Was it easy (Customer Effort Score 2.0): 1 to 7, high is easy.' },
    REVIEW: { description: 'A public review: 1 to 5 unless the scale says otherwise.' },
  },
})
export const FeedbackKindFilter = enumFilter('FeedbackKind', FeedbackKind)
