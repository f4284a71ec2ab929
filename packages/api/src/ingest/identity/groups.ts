import type { Decision, Identity } from './evidence.ts'

/** Identity by identity, those that it is held apart from. */
export type Apart = ReadonlyMap<string, ReadonlySet<string>>

export function apartOf(decisions: readonly Decision[]): Apart {
  const apart = new Map<string, Set<string>>()
  const add = (one: string, other: string) => apart.set(one, (apart.get(one) ?? new Set()).add(other))
  for (const { one, other, together } of decisions) {
    if (together) continue
    add(one, other)
    add(other, one)
  }
  return apart
}

/** What the identities of a group are. */
interface Group {
  members: string[]
  sources: Set<string>
  brands: Set<string>
  kinds: Set<string>
}

/** Identities that were found to be one, so far. A group is known by the least of their ids. */
export class Groups {
  private readonly parents = new Map<string, string>()
  private readonly groups = new Map<string, Group>()

  constructor(
    identities: readonly Identity[],
    private readonly apart: Apart,
  ) {
    for (const { id, source, brand, kind } of identities) {
      this.parents.set(id, id)
      this.groups.set(id, {
        members: [id],
        sources: new Set([source]),
        brands: new Set(brand === null ? [] : [brand]),
        kinds: new Set(kind === null ? [] : [kind]),
      })
    }
  }

  rootOf(id: string): string {
    let root = id
    for (let parent = this.parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent
      parent = this.parents.get(root)
    }
    this.parents.set(id, root)
    return root
  }

  of(root: string): Group {
    const group = this.groups.get(root)
    if (!group) throw new Error(`${root} is the root of no group`)
    return group
  }

  /** False: they were one already. */
  unite(one: string, other: string): boolean {
    const [left, right] = [this.rootOf(one), this.rootOf(other)]
    if (left === right) return false
    const [to, from] = left < right ? [left, right] : [right, left]
    const [into, gone] = [this.of(to), this.of(from)]
    for (const member of gone.members) into.members.push(member)
    for (const name of ['sources', 'brands', 'kinds'] as const) for (const word of gone[name]) into[name].add(word)
    this.groups.delete(from)
    this.parents.set(from, to)
    return true
  }

  /** The groups that hold an identity which one of this group is held apart from. */
  apartFrom(root: string): ReadonlySet<string> {
    const others = new Set<string>()
    if (this.apart.size === 0) return others
    for (const member of this.of(root).members) {
      for (const other of this.apart.get(member) ?? []) if (this.parents.has(other)) others.add(this.rootOf(other))
    }
    others.delete(root)
    return others
  }

  /** The group of each identity. */
  roots(): Map<string, string> {
    return new Map([...this.parents.keys()].map(id => [id, this.rootOf(id)]))
  }
}
