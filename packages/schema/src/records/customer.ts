import { z } from 'zod'
import { everyRecord, externalId, flag, instant, nested, oneOf, word } from './fields.ts'

const ATTRIBUTES_BYTES_MAX = 16_384

export const customer = z.strictObject({
  ...everyRecord(),
  kind: oneOf(['person', 'company']).nullish(),
  company: word().nullish(),
  name: word().nullish(),
  email: word(320).nullish(),
  phone: word(50).nullish(),
  language: word(35).nullish(),
  country: word(60).nullish(),
  segment: word().nullish(),
  acquiredAt: instant().nullish(),
  churnedAt: instant().nullish(),
  anonymous: flag().nullish(),
  sameAs: nested(z.array(z.strictObject({ source: word(), id: externalId() })).max(50)).nullish(),
  attributes: nested(
    z
      .record(z.string().max(100), z.json())
      .refine(value => JSON.stringify(value).length <= ATTRIBUTES_BYTES_MAX, {
        error: `Holds more than ${ATTRIBUTES_BYTES_MAX} bytes`,
      })
      .refine(value => JSON.stringify(value).isWellFormed() && !JSON.stringify(value).includes('\\u0000'), {
        error: 'Holds a NUL',
      }),
  ).nullish(),
})
