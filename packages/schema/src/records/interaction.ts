import { z } from 'zod'
import { attributes, everyRecord, instant, reference } from './fields.ts'

export const interaction = z.strictObject({
  ...everyRecord(),
  customer: reference().nullish(),
  touchpoint: reference(),
  at: instant(),
  journey: reference().nullish(),
  attributes: attributes().nullish(),
})
