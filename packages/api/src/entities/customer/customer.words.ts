import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const CustomerKind = { PERSON: 'person', COMPANY: 'company' } as const
registerEnumType(CustomerKind, {
  name: 'CustomerKind',
  description: 'What a customer is.',
  valuesConfig: { PERSON: { description: 'A natural person.' }, COMPANY: { description: 'An organisation.' } },
})
export const CustomerKindFilter = enumFilter('CustomerKind', CustomerKind)
