/** What of an identity decides with which others it is one customer. */
export interface Identity {
  id: string
  source: string
  customerId: string
  /** Null: nobody sent its record, others have only named it. */
  brand: string | null
  /** person or company. Null: not known. */
  kind: string | null
  emailKey: string | null
  emailNear: string | null
  phoneKey: string | null
  sameAsIds: readonly string[] | null
}

/** What somebody decided of two identities. */
export interface Decision {
  one: string
  other: string
  together: boolean
}

export type MergeRule = 'hand' | 'same_as' | 'email' | 'phone'

/** A sign that some identities are of one customer: they were told to be, or share an address or a number. */
export interface Evidence {
  rule: MergeRule
  /** What it is that they share. */
  key: string
  /** Theirs. Null: people brought them together, whatever their brand. */
  brand: string | null
  members: readonly string[]
}

/** Rules guess; what senders and people say is told. */
export const isGuess = ({ rule }: Evidence) => rule === 'email' || rule === 'phone'

/** Identities that share a word, by brand: those of two brands share nothing. */
export function shared(
  rule: MergeRule,
  identities: readonly Identity[],
  wordOf: (identity: Identity) => string | null,
): Evidence[] {
  const known = identities.filter(identity => identity.brand !== null && wordOf(identity) !== null)
  const byKey = Map.groupBy(known, identity => JSON.stringify([rule, identity.brand, wordOf(identity)]))
  return inOrder(
    Array.from(byKey, ([key, members]) => ({
      rule,
      key,
      brand: members[0]?.brand ?? null,
      members: members.map(({ id }) => id).sort(),
    })),
  )
}

export function broughtTogether(identities: readonly Identity[], decisions: readonly Decision[]): Evidence[] {
  const here = new Set(identities.map(({ id }) => id))
  const both = decisions.filter(({ one, other, together }) => together && here.has(one) && here.has(other))
  return inOrder(
    both.map(({ one, other }) => ({
      rule: 'hand',
      key: JSON.stringify(['hand', one, other]),
      brand: null,
      members: [one, other],
    })),
  )
}

/**
 * Those that are told to be the same as one are the same as each other. One of which there is no record goes with those
 * of the least brand that name it.
 */
export function told(identities: readonly Identity[]): Evidence[] {
  const byId = new Map(identities.map(identity => [identity.id, identity]))
  const names = identities.flatMap(({ id, brand, sameAsIds }) =>
    (sameAsIds ?? []).map(target => ({ target, id, brand: brand ?? '' })),
  )
  const evidence = Array.from(
    Map.groupBy(names, ({ target }) => target),
    ([target, namers]) => {
      const byBrand = Map.groupBy(namers, ({ brand }) => brand)
      const known = byId.get(target)
      const home = known && (known.brand ?? [...byBrand.keys()].sort()[0])
      return Array.from(byBrand, ([brand, some]): Evidence => {
        const members = new Set([...(brand === home ? [target] : []), ...some.map(({ id }) => id).sort()])
        return { rule: 'same_as', key: JSON.stringify(['same_as', brand, target]), brand, members: [...members] }
      })
    },
  )
  return inOrder(evidence.flat())
}

function inOrder(evidence: Evidence[]): Evidence[] {
  return evidence
    .filter(({ members }) => members.length > 1)
    .sort(({ key: left }, { key: right }) => (left < right ? -1 : 1))
}
