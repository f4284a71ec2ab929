import { z } from 'zod'
import { feedbackKinds } from '../scales.ts'
import { everyRecord, flag, instant, oneOf, reference } from './fields.ts'

export const survey = z.strictObject({
  ...everyRecord(),
  customer: reference().nullish(),
  kind: oneOf(feedbackKinds),
  sentAt: instant(),
  skipped: flag().nullish(),
  contact: reference().nullish(),
  touchpoint: reference().nullish(),
})
