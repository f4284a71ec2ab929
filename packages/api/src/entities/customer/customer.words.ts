import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const CustomerKind = { PERSON: 'person', COMPANY: 'company' } as const
registerEnumType(CustomerKind, {
  name: 'CustomerKind',
  description: 'What a customer is.',
  valuesConfig: { PERSON: { description: 'A natural person.' }, COMPANY: { description: 'An organisation.' } },
})
export const CustomerKindFilter = enumFilter('CustomerKind', CustomerKind)

export const MergeRule = { SAME_AS: 'same_as', EMAIL: 'email', PHONE: 'phone', HAND: 'hand' } as const
registerEnumType(MergeRule, {
  name: 'MergeRule',
  description: 'Why two identities are one customer.',
  valuesConfig: {
    SAME_AS: { description: 'A source says so.' },
    EMAIL: { description: 'Their e-mail address is the same.' },
    PHONE: { description: 'Their telephone number is the same.' },
    HAND: { description: 'Somebody said so.' },
  },
})
