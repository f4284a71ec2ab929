import { contact, type Params } from '../../facts/index.ts'
import type { PartValues } from '../define.ts'

const abandoned = { offered: true, outcome: 'abandoned' } as const
const waitedLongEnough = ({ shortAbandonSeconds }: Params) => ({
  ...abandoned,
  queueSeconds: shortAbandonSeconds === null ? { isNull: false } : { gt: Number(shortAbandonSeconds) },
})

/** Contacts offered to agents, on the day they were opened, without abandons within `shortAbandonSeconds`. */
export const offeredParts = {
  stayed: contact.count('opened', { offered: true, outcome: { not: 'abandoned' } }),
  outcomeUnknown: contact.count('opened', { offered: true, outcome: { isNull: true } }),
  abandoned: contact.count('opened', waitedLongEnough),
  abandonedAfterUnknown: contact.count('opened', { ...abandoned, queueSeconds: { isNull: true } }),
}
type Offered = keyof typeof offeredParts
export const offeredNames = Object.keys(offeredParts) as Offered[]

export function offeredOf(parts: PartValues<Offered>) {
  const gaveUp = parts.abandoned + parts.abandonedAfterUnknown
  return { gaveUp, offered: gaveUp + parts.stayed + parts.outcomeUnknown }
}
