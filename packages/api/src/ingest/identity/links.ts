import type { Evidence, Identity, MergeRule } from './evidence.ts'
import { Groups } from './groups.ts'

/** Two identities that the log holds for one customer, and by which rule. */
export interface Link {
  one: string
  other: string
  rule: MergeRule
}

export interface LinkInForce extends Link {
  /** Of its row in the log. */
  id: string
}

/**
 * What to write into the log: links of which the evidence is gone end, and new ones begin where identities that are one
 * customer are held together by none. So they are as few as can be, and those that still hold stay as they are.
 */
export function relink(
  identities: readonly Identity[],
  followed: readonly Evidence[],
  inForce: readonly LinkInForce[],
): { ended: LinkInForce[]; begun: Link[] } {
  const held = new Groups(identities, new Map())
  const evidenceOf = new Map<string, Set<Evidence>>()
  for (const evidence of followed) {
    for (const member of evidence.members) evidenceOf.set(member, (evidenceOf.get(member) ?? new Set()).add(evidence))
  }
  const holds = ({ one, other, rule }: Link) => {
    const ofOther = evidenceOf.get(other)
    return [...(evidenceOf.get(one) ?? [])].some(evidence => evidence.rule === rule && ofOther?.has(evidence))
  }
  const ended = inForce.filter(link => !(holds(link) && held.unite(link.one, link.other)))
  const begun: Link[] = []
  for (const { rule, members } of followed) {
    const [one = '', ...others] = members
    for (const other of others) if (held.unite(one, other)) begun.push({ one, other, rule })
  }
  return { ended, begun }
}
