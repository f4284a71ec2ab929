import { z } from 'zod'
import { everyRecord, flag, instant, nested, reference, refuse, share, word } from './fields.ts'

const POINTS_MAX = 1_000_000

const item = z.strictObject({
  name: word(),
  weight: share(POINTS_MAX),
  score: share(POINTS_MAX),
  max: share(POINTS_MAX),
  critical: flag().nullish(),
})

export const qualityReview = z.strictObject({
  ...everyRecord(),
  contact: reference(),
  at: instant(),
  reviewer: word().nullish(),
  items: nested(z.array(item).min(1).max(100)),
})

/** A review must weigh something, and no item scores more than its most. */
export function qualityReviewRules(record: z.output<typeof qualityReview>, context: z.core.$RefinementCtx): void {
  record.items.forEach(({ score, max }, index) => {
    if (max <= 0) {
      refuse(context, 'OUT_OF_RANGE', 'An item that can score nothing says nothing', 'Send a max above zero', [
        'items',
        `${index}`,
        'max',
      ])
    } else if (score > max) {
      refuse(context, 'OUT_OF_RANGE', `${score} is more than the most, ${max}`, 'Correct the score or the max', [
        'items',
        `${index}`,
        'score',
      ])
    }
  })
  if (record.items.every(({ weight }) => weight === 0)) {
    refuse(context, 'OUT_OF_RANGE', 'No item weighs anything', 'Give at least one item a weight above zero', ['items'])
  }
}
