import { broughtTogether, type Decision, type Evidence, type Identity, isGuess, shared, told } from './evidence.ts'
import { apartOf, Groups } from './groups.ts'
import type { IdentityRules } from './rules.ts'

export type Hindrance = 'one_source' | 'kinds' | 'kept_apart' | 'many'

/** Evidence that was not followed, and why. */
export interface Refusal {
  evidence: Evidence
  hindrance: Hindrance
}

export interface Partition {
  /** The customer of each identity: the least id of those that are one. */
  customerOf: ReadonlyMap<string, string>
  /** In the order in which it was followed. */
  followed: readonly Evidence[]
  refused: readonly Refusal[]
}

/** What more customers than these share is an address or a number of none of them. */
const SHARED_MAX = 10

/**
 * Which identities are one customer. It follows from what is known now and not from the order in which that came: where
 * evidence would bring together what cannot be one customer, all that lies on the way between is refused.
 *
 * Nothing crosses brands. Rules bring together neither two ids of one source nor a person and a company; what senders and
 * people say may. What people hold apart stays apart.
 */
export function partition(
  identities: readonly Identity[],
  decisions: readonly Decision[],
  { emailRule, phoneRule }: Pick<IdentityRules, 'emailRule' | 'phoneRule'>,
): Partition {
  const groups = new Groups(identities, apartOf(decisions))
  const levels = [
    broughtTogether(identities, decisions),
    told(identities),
    emailRule === 'merge' ? shared('email', identities, ({ emailKey }) => emailKey) : [],
    phoneRule === 'merge' ? shared('phone', identities, ({ phoneKey }) => phoneKey) : [],
  ]
  const followed: Evidence[] = []
  const refused: Refusal[] = []
  for (const level of levels) {
    const judged = judge(groups, level)
    refused.push(...judged.refused)
    for (const evidence of judged.followed) {
      const [first = '', ...others] = evidence.members
      for (const other of others) groups.unite(first, other)
      followed.push(evidence)
    }
  }
  return { customerOf: groups.roots(), followed, refused }
}

/** Which groups each evidence would bring together, and the other way round. */
interface Net {
  rootsOf: Map<Evidence, Set<string>>
  evidenceOf: Map<string, Set<Evidence>>
}

function judge(groups: Groups, level: readonly Evidence[]): Pick<Partition, 'followed' | 'refused'> {
  const refused: Refusal[] = []
  const net: Net = { rootsOf: new Map(), evidenceOf: new Map() }
  for (const evidence of level) {
    const roots = concerned(groups, evidence)
    if (isGuess(evidence) && roots.size > SHARED_MAX) {
      refused.push({ evidence, hindrance: 'many' })
      continue
    }
    net.rootsOf.set(evidence, roots)
    for (const root of roots) net.evidenceOf.set(root, (net.evidenceOf.get(root) ?? new Set()).add(evidence))
  }
  const refusedHere = new Set<Evidence>()
  for (const component of componentsOf(net)) {
    const { ends, hindrance } = hostileIn(groups, component)
    if (!hindrance) continue
    for (const evidence of betweenEnds(net, component, ends)) {
      refused.push({ evidence, hindrance })
      refusedHere.add(evidence)
    }
  }
  const followed = Array.from(net.rootsOf)
    .filter(([evidence]) => !refusedHere.has(evidence))
    .map(([evidence, roots]) => ({
      ...evidence,
      members: evidence.members.filter(member => roots.has(groups.rootOf(member))),
    }))
  return { followed, refused }
}

/** The groups that evidence is about; one that is held apart from all others of them is not. */
function concerned(groups: Groups, { members }: Evidence): Set<string> {
  const roots = new Set(members.map(member => groups.rootOf(member)))
  for (let left = true; left && roots.size > 1; ) {
    left = false
    for (const root of [...roots].sort()) {
      const apart = groups.apartFrom(root)
      if (roots.size < 2 || apart.size < roots.size - 1) continue
      if ([...roots].every(other => other === root || apart.has(other))) left = roots.delete(root)
    }
  }
  return roots
}

interface Component {
  evidence: Evidence[]
  roots: string[]
}

function componentsOf({ rootsOf, evidenceOf }: Net): Component[] {
  const found: Component[] = []
  const seen = new Set<Evidence>()
  for (const start of rootsOf.keys()) {
    if (seen.has(start)) continue
    seen.add(start)
    const roots = new Set<string>()
    const evidence = [start]
    // It grows while it is walked.
    for (const one of evidence) {
      for (const root of rootsOf.get(one) ?? []) {
        if (roots.has(root)) continue
        roots.add(root)
        for (const next of evidenceOf.get(root) ?? []) if (!seen.has(next)) evidence.push(next)
        for (const next of evidenceOf.get(root) ?? []) seen.add(next)
      }
    }
    found.push({ evidence, roots: [...roots] })
  }
  return found
}

/** Groups that cannot be one customer with others of their component. */
function hostileIn(groups: Groups, { evidence, roots }: Component): { ends: Set<string>; hindrance: Hindrance | null } {
  const hostile: Record<Exclude<Hindrance, 'many'>, string[]> = { one_source: [], kinds: [], kept_apart: [] }
  const differing = (words: 'brands' | 'kinds') => {
    const holders = roots.filter(root => groups.of(root)[words].size > 0)
    return new Set(holders.flatMap(root => [...groups.of(root)[words]])).size > 1 ? holders : []
  }
  const here = new Set(roots)
  hostile.kept_apart.push(...differing('brands'))
  hostile.kept_apart.push(...roots.filter(root => [...groups.apartFrom(root)].some(other => here.has(other))))
  if (evidence.some(isGuess)) {
    const holders = roots.flatMap(root => [...groups.of(root).sources].map(source => ({ source, root })))
    for (const ofSource of Map.groupBy(holders, ({ source }) => source).values()) {
      if (ofSource.length > 1) hostile.one_source.push(...ofSource.map(({ root }) => root))
    }
    hostile.kinds.push(...differing('kinds'))
  }
  const order = ['one_source', 'kinds', 'kept_apart'] as const
  return {
    ends: new Set(order.flatMap(reason => hostile[reason])),
    hindrance: order.find(reason => hostile[reason].length > 0) ?? null,
  }
}

/** The evidence on the ways between the ends: what is left when all that hangs loose is taken away, again and again. */
function betweenEnds(
  { rootsOf, evidenceOf }: Net,
  { evidence, roots }: Component,
  ends: ReadonlySet<string>,
): ReadonlySet<Evidence> {
  const evidenceLeft = new Set(evidence)
  const rootsLeft = new Set(roots)
  for (let size = 0; size !== evidenceLeft.size + rootsLeft.size; ) {
    size = evidenceLeft.size + rootsLeft.size
    for (const one of evidenceLeft) {
      if (countIn(rootsOf.get(one), rootsLeft) < 2) evidenceLeft.delete(one)
    }
    for (const root of rootsLeft) {
      if (countIn(evidenceOf.get(root), evidenceLeft) < (ends.has(root) ? 1 : 2)) rootsLeft.delete(root)
    }
  }
  return evidenceLeft
}

function countIn<Item>(items: ReadonlySet<Item> | undefined, among: ReadonlySet<Item>): number {
  let count = 0
  for (const item of items ?? []) if (among.has(item)) count += 1
  return count
}
