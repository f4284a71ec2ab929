import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const DuplicateReason = {
  SAME_AS: 'same_as',
  SAME_EMAIL: 'same_email',
  SAME_PHONE: 'same_phone',
  SIMILAR_EMAIL: 'similar_email',
} as const
registerEnumType(DuplicateReason, {
  name: 'DuplicateReason',
  description: 'Why two customers may be one.',
  valuesConfig: {
    SAME_AS: { description: 'A source says so.' },
    SAME_EMAIL: { description: 'Their e-mail address is the same.' },
    SAME_PHONE: { description: 'Their telephone number is the same.' },
    SIMILAR_EMAIL: { description: 'Their e-mail addresses differ in what often does not count.' },
  },
})
export const DuplicateReasonFilter = enumFilter('DuplicateReason', DuplicateReason)

export const MergeHindrance = {
  ONE_SOURCE: 'one_source',
  KINDS: 'kinds',
  KEPT_APART: 'kept_apart',
  MANY: 'many',
} as const
registerEnumType(MergeHindrance, {
  name: 'MergeHindrance',
  description: 'Why no rule made them one.',
  valuesConfig: {
    ONE_SOURCE: { description: 'One source would know the customer under two ids.' },
    KINDS: { description: 'A person would be a company too.' },
    KEPT_APART: { description: 'Some who would be one with them were said not to be.' },
    MANY: { description: 'More than ten share it.' },
  },
})
