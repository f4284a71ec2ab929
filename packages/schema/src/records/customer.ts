import { z } from 'zod'
import { attributes, everyRecord, externalId, flag, instant, nested, oneOf, word } from './fields.ts'

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
  attributes: attributes().nullish(),
})
