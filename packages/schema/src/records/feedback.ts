import { z } from 'zod'
import { feedbackKinds, judge, scalesOf, standardScale, wholeScores } from '../scales.ts'
import { everyRecord, flag, instant, nested, number, oneOf, prose, reference, refuse, word } from './fields.ts'

export const feedback = z.strictObject({
  ...everyRecord(),
  customer: reference().nullish(),
  kind: oneOf(feedbackKinds),
  score: number(),
  scale: nested(z.tuple([z.number(), z.number()])).nullish(),
  at: instant(),
  survey: reference().nullish(),
  comment: prose().nullish(),
  language: word(35).nullish(),
  contact: reference().nullish(),
  journey: reference().nullish(),
  touchpoint: reference().nullish(),
  resolved: flag().nullish(),
  wanted: flag().nullish(),
})

/** A score means nothing off its scale, and a scale means nothing that its kind has no verdict for. */
export function feedbackRules(record: z.output<typeof feedback>, context: z.core.$RefinementCtx): void {
  const scale = record.scale ?? standardScale[record.kind]
  if (!judge(record.kind, record.score, scale)) {
    refuse(
      context,
      'UNKNOWN_SCALE',
      `${record.kind} is not answered on ${scale[0]}-${scale[1]}`,
      `Send one of ${scalesOf(record.kind).join(', ')}; effort on 1-5 where high is hard must be asked anew, it cannot be converted`,
      ['scale'],
    )
  } else if (record.score < scale[0] || record.score > scale[1]) {
    refuse(
      context,
      'SCORE_OUTSIDE_SCALE',
      `${record.score} lies outside ${scale[0]}-${scale[1]}`,
      'Correct the score, or send the scale that it was given on',
      ['score'],
    )
  } else if (wholeScores.has(record.kind) && !Number.isInteger(record.score)) {
    refuse(context, 'NOT_WHOLE', `${record.kind} is answered in whole steps`, 'Send a whole number', ['score'])
  }
}
