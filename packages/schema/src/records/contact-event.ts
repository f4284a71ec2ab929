import { z } from 'zod'
import { everyRecord, instant, oneOf, reference, refuse, word } from './fields.ts'

const contactEventTypes = [
  'opened',
  'queued',
  'answered',
  'bot_replied',
  'agent_replied',
  'customer_replied',
  'transferred',
  'channel_switched',
  'resolved',
  'reopened',
  'closed',
] as const

export const contactEvent = z.strictObject({
  ...everyRecord(),
  contact: reference(),
  customer: reference().nullish(),
  at: instant(),
  type: oneOf(contactEventTypes),
  channel: word().nullish(),
  team: word().nullish(),
  agent: word().nullish(),
})

/** What no single field can tell. */
export function contactEventRules(record: z.output<typeof contactEvent>, context: z.core.$RefinementCtx): void {
  if (record.type === 'channel_switched' && record.channel == null) {
    refuse(context, 'MISSING_FIELD', 'A switch of channel leads to a channel', 'Send the channel it went to', [
      'channel',
    ])
  }
}
