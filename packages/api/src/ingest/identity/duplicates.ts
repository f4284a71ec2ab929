import { type Decision, type Evidence, type Identity, shared } from './evidence.ts'
import type { Hindrance, Partition } from './partition.ts'
import type { IdentityRules } from './rules.ts'

export type DuplicateReason = 'same_as' | 'same_email' | 'same_phone' | 'similar_email'

/** Two customers who may be one. */
export interface PossibleDuplicate {
  /** The lesser id. */
  oneId: string
  otherId: string
  key: string
  brand: string
  reason: DuplicateReason
  /** Null: such a reason only suggests. */
  hindrance: Hindrance | null
}

/** Of two reasons for the same customers the first is the better one. */
export const duplicateReasons: readonly DuplicateReason[] = ['same_as', 'same_email', 'same_phone', 'similar_email']

/** What so many share tells of nobody who they are. */
const SUGGESTED_MAX = 100

/** Evidence that people should look at. */
interface Sign {
  evidence: Evidence
  reason: DuplicateReason
  hindrance: Hindrance | null
}

const reasonOf = { hand: 'same_as', same_as: 'same_as', email: 'same_email', phone: 'same_phone' } as const

/**
 * What rules may not decide, or are told only to suggest, of those of the partition. Of many who share something each is
 * suggested with one other.
 *
 * @param identities with all of customers who share an address or a number with those of the partition
 */
export function possibleDuplicates(
  { customerOf, refused }: Pick<Partition, 'customerOf' | 'refused'>,
  identities: readonly Identity[],
  decisions: readonly Decision[],
  { emailRule, phoneRule }: Pick<IdentityRules, 'emailRule' | 'phoneRule'>,
): { keys: string[]; duplicates: PossibleDuplicate[] } {
  const customers = new Map(identities.map(({ id, customerId }) => [id, customerOf.get(id) ?? customerId]))
  const apart = new Set(
    decisions
      .filter(({ together }) => !together)
      .map(({ one, other }) => pairOf(customers.get(one) ?? '', customers.get(other) ?? '').join()),
  )
  // What others share among themselves is not known whole here.
  const only = (rule: 'email' | 'phone', wordOf: (identity: Identity) => string | null, reason: DuplicateReason) =>
    shared(rule, identities, wordOf)
      .filter(({ members }) => members.some(member => customerOf.has(member)))
      .map((evidence): Sign => ({ evidence, reason, hindrance: null }))
  const signs: Sign[] = [
    ...refused.map(({ evidence, hindrance }) => ({ evidence, reason: reasonOf[evidence.rule], hindrance })),
    ...(emailRule === 'suggest' ? only('email', ({ emailKey }) => emailKey, 'same_email') : []),
    ...(phoneRule === 'suggest' ? only('phone', ({ phoneKey }) => phoneKey, 'same_phone') : []),
    ...(emailRule === 'off' ? [] : only('email', ({ emailNear }) => emailNear, 'similar_email')),
  ]
  const duplicates = signs.flatMap(({ evidence, reason, hindrance }) => {
    const { brand, key, members } = evidence
    const found = [...new Set(members.map(member => customers.get(member) ?? member))].sort()
    if (brand === null || found.length > SUGGESTED_MAX) return []
    return found.flatMap((otherId, index): PossibleDuplicate[] => {
      const oneId = found.slice(0, index).find(earlier => !apart.has(pairOf(earlier, otherId).join()))
      return oneId ? [{ oneId, otherId, key: `${reason} ${key}`, brand, reason, hindrance }] : []
    })
  })
  return { keys: signs.map(({ evidence, reason }) => `${reason} ${evidence.key}`), duplicates }
}

const pairOf = (one: string, other: string) => (one < other ? [one, other] : [other, one])
