import { DAY_MS } from './calendar.ts'
import type { Contact } from './contacts.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'

/** Of the contacts that a person handled. */
const REVIEWED_SHARE = 0.055
const CRITICAL_FAILS = 0.03

const reviewers = ['Nadine', 'Karel', 'Priya'] as const

/** What a contact of one who fixed it, and of one who did not, scores at an item, of five points. */
const items = [
  { name: 'Juistheid', weight: 4, fixed: [0, 1, 6, 43, 50], open: [3, 12, 35, 38, 12] },
  { name: 'Professionaliteit', weight: 2, fixed: [0, 1, 8, 46, 45], open: [1, 4, 22, 48, 25] },
  { name: 'Inleving', weight: 2, fixed: [0, 3, 14, 47, 36], open: [2, 10, 30, 40, 18] },
  { name: 'Vastlegging', weight: 1, fixed: [1, 5, 20, 40, 34], open: [3, 12, 30, 35, 20] },
] as const
const CRITICAL = 'Gegevens gecontroleerd'

/** Now and then somebody listens along: how the contact was handled, and whether the caller's identity was checked. */
export function qualityReviewOf(contact: Contact, random: Random): Sent<'quality-reviews'> | null {
  if (!contact.answered || !random.chance(REVIEWED_SHARE)) return null
  const scores = items.map(({ name, weight, fixed, open }) => ({
    name,
    weight,
    score: 1 + random.index(contact.fixed ? fixed : open),
    max: 5,
  }))
  const critical = { name: CRITICAL, weight: 1, score: random.chance(CRITICAL_FAILS) ? 0 : 1, max: 1, critical: true }
  const atMs = contact.endMs + Math.floor(random.between(0.5, 9) * 86_400) * (DAY_MS / 86_400)
  return {
    id: contact.record.id,
    contact: contact.record.id,
    brand: contact.record.brand,
    at: new Date(atMs).toISOString(),
    reviewer: random.pick(reviewers),
    items: [...scores, critical],
  }
}
