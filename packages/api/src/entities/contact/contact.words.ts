import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const Initiator = { CUSTOMER: 'customer', COMPANY: 'company' } as const
registerEnumType(Initiator, {
  name: 'Initiator',
  description: 'Who began a contact.',
  valuesConfig: {
    CUSTOMER: { description: 'The customer came.' },
    COMPANY: { description: 'The company came to the customer.' },
  },
})
export const InitiatorFilter = enumFilter('Initiator', Initiator)

export const ContactOutcome = { RESOLVED: 'resolved', UNRESOLVED: 'unresolved', ABANDONED: 'abandoned' } as const
registerEnumType(ContactOutcome, {
  name: 'ContactOutcome',
  description: 'How a contact ended, by the word of its sender.',
  valuesConfig: {
    RESOLVED: { description: 'Its matter was settled.' },
    UNRESOLVED: { description: 'It was handled, its matter not settled.' },
    ABANDONED: { description: 'The customer left before anybody answered.' },
  },
})
export const ContactOutcomeFilter = enumFilter('ContactOutcome', ContactOutcome)
