import type { ValidRecord } from '@tweeluik/schema/records'
import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

type Word = ValidRecord<'contact-events'>['type']

export const ContactEventType = {
  OPENED: 'opened',
  QUEUED: 'queued',
  ANSWERED: 'answered',
  BOT_REPLIED: 'bot_replied',
  AGENT_REPLIED: 'agent_replied',
  CUSTOMER_REPLIED: 'customer_replied',
  TRANSFERRED: 'transferred',
  CHANNEL_SWITCHED: 'channel_switched',
  RESOLVED: 'resolved',
  REOPENED: 'reopened',
  CLOSED: 'closed',
} as const satisfies Record<Uppercase<Word>, Word>
registerEnumType(ContactEventType, {
  name: 'ContactEventType',
  description: 'What happened to a contact.',
  valuesConfig: {
    OPENED: { description: 'It began.' },
    QUEUED: { description: 'It was put in a queue.' },
    ANSWERED: { description: 'Somebody took it.' },
    BOT_REPLIED: { description: 'A bot replied.' },
    AGENT_REPLIED: { description: 'A person of the company replied.' },
    CUSTOMER_REPLIED: { description: 'The customer replied.' },
    TRANSFERRED: { description: 'It was handed over to another team or agent.' },
    CHANNEL_SWITCHED: { description: 'It went on in another channel, such as from chat to video.' },
    RESOLVED: { description: 'Its matter was settled.' },
    REOPENED: { description: 'It was opened again.' },
    CLOSED: { description: 'It was closed.' },
  },
})
export const ContactEventTypeFilter = enumFilter('ContactEventType', ContactEventType)
