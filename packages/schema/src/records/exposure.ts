import { z } from 'zod'
import { everyRecord, instant, reference } from './fields.ts'

export const exposure = z.strictObject({
  ...everyRecord(),
  customer: reference(),
  trigger: reference(),
  at: instant(),
})
