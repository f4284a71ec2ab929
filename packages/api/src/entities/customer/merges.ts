/** An identity as it is read. */
export interface IdentityRow {
  id: string
  customerId: string
  source: string
  /** Null: withheld as personal data. */
  externalId: string | null
}

/** A merge as it is read. */
export interface MergeRow {
  id: string
  rule: string
  mergedAt: Date
  mergedBy: string | null
  undoneAt: Date | null
  undoneBy: string | null
  identity: IdentityRow
  other: IdentityRow
}

/** By which merge each identity of a customer came to the one that gave the customer its id; that one by none. */
export function waysIn(customerId: string, merges: readonly MergeRow[]): Map<string, MergeRow> {
  const inForce = merges.filter(({ undoneAt }) => undoneAt === null)
  const ways = new Map<string, MergeRow>()
  const reached = new Set([customerId])
  // It grows while it is walked.
  for (const id of reached) {
    for (const merge of inForce) {
      const next = merge.identity.id === id ? merge.other.id : merge.other.id === id ? merge.identity.id : id
      if (reached.has(next)) continue
      reached.add(next)
      ways.set(next, merge)
    }
  }
  return ways
}
