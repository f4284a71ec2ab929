import { z } from 'zod'
import { count, everyRecord, flag, instant, oneOf, prose, reference, refuse, seconds, share, word } from './fields.ts'

export const contact = z.strictObject({
  ...everyRecord(),
  customer: reference().nullish(),
  channel: word(),
  openedAt: instant(),
  initiatedBy: oneOf(['customer', 'company']).nullish(),
  topic: word(500).nullish(),
  trigger: reference().nullish(),
  subject: word(1000).nullish(),
  text: prose().nullish(),
  team: word().nullish(),
  agent: word().nullish(),
  bot: flag().nullish(),
  agentReplies: count().nullish(),
  journey: reference().nullish(),
  touchpoint: reference().nullish(),
  order: reference().nullish(),
  concurrency: share(1000).nullish(),
  queueSeconds: seconds().nullish(),
  talkSeconds: seconds().nullish(),
  holdSeconds: seconds().nullish(),
  wrapSeconds: seconds().nullish(),
  answeredAt: instant().nullish(),
  firstResponseAt: instant().nullish(),
  resolvedAt: instant().nullish(),
  closedAt: instant().nullish(),
  outcome: oneOf(['resolved', 'unresolved', 'abandoned']).nullish(),
  transfers: count().nullish(),
  reopens: count().nullish(),
  slaMet: flag().nullish(),
})

const WAIT_SECONDS_MAX = 31_622_400

/** What no single field can tell. */
export function contactRules(record: z.output<typeof contact>, context: z.core.$RefinementCtx): void {
  for (const field of ['answeredAt', 'firstResponseAt', 'resolvedAt', 'closedAt'] as const) {
    const at = record[field]
    if (at && at < record.openedAt) {
      refuse(
        context,
        'BEFORE_OPENED',
        `${field} lies before openedAt`,
        'Send times in the order in which they happened',
        [field],
      )
    }
  }
  if (record.answeredAt && record.answeredAt.getTime() - record.openedAt.getTime() > WAIT_SECONDS_MAX * 1000) {
    refuse(context, 'OUT_OF_RANGE', 'answeredAt lies more than a year after openedAt', 'Check both times', [
      'answeredAt',
    ])
  }
  if (record.concurrency != null && record.concurrency < 1) {
    refuse(context, 'OUT_OF_RANGE', 'An agent handles at least this one contact', 'Send 1 or more', ['concurrency'])
  }
}
