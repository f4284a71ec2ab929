import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision, Identity } from './evidence.ts'
import { relink } from './links.ts'
import { partition } from './partition.ts'

const rules = { emailRule: 'merge', phoneRule: 'merge' } as const

/** An identity by `source/id`. */
const known = (id: string, told: Partial<Identity> = {}): Identity => ({
  id,
  source: id.split('/')[0] ?? '',
  customerId: id,
  brand: 'north',
  kind: null,
  emailKey: null,
  emailNear: null,
  phoneKey: null,
  sameAsIds: null,
  ...told,
})
const email = (id: string, emailKey: string, told: Partial<Identity> = {}) => known(id, { emailKey, ...told })
const apart = (one: string, other: string): Decision => ({ one, other, together: false })
const together = (one: string, other: string): Decision => ({ one, other, together: true })

/** The groups of more than one. */
function groupsOf(identities: readonly Identity[], decisions: readonly Decision[] = []): string[][] {
  const { customerOf } = partition(identities, decisions, rules)
  const groups = Map.groupBy(customerOf.keys(), id => customerOf.get(id))
  return [...groups.values()].map(ids => ids.sort()).filter(ids => ids.length > 1)
}

describe('evidence that contradicts itself', () => {
  test('over several ways refuses what lies between, and no more', () => {
    const identities = [
      email('crm/1', 'a@x'),
      email('shop/1', 'a@x', { phoneKey: '+311' }),
      known('web/1', { phoneKey: '+311', sameAsIds: ['crm/2'] }),
      known('crm/2'),
      known('app/1', { sameAsIds: ['crm/2'] }),
    ]
    expect(groupsOf(identities)).toEqual([
      ['crm/1', 'shop/1'],
      ['app/1', 'crm/2', 'web/1'],
    ])
    const { refused } = partition(identities, [], rules)
    expect(refused).toMatchObject([{ evidence: { rule: 'phone' }, hindrance: 'one_source' }])
  })

  test('leaves those who hang on one side only with that side', () => {
    const identities = [
      email('crm/1', 'a@x', { sameAsIds: ['web/9'] }),
      known('web/9', { brand: null }),
      email('crm/2', 'a@x', { phoneKey: '+311' }),
      known('shop/1', { phoneKey: '+311' }),
    ]
    expect(groupsOf(identities)).toEqual([
      ['crm/1', 'web/9'],
      ['crm/2', 'shop/1'],
    ])
  })

  test('one who left all the others keeps them from nothing', () => {
    const identities = [email('crm/1', 'a@x'), email('shop/1', 'a@x'), email('web/1', 'a@x')]
    expect(groupsOf(identities, [apart('web/1', 'crm/1'), apart('web/1', 'shop/1')])).toEqual([['crm/1', 'shop/1']])
    expect(groupsOf(identities, [apart('web/1', 'crm/1')])).toEqual([])
  })

  test('what people say holds over senders, and theirs over rules', () => {
    const identities = [known('crm/1', { sameAsIds: ['shop/1'] }), known('shop/1'), known('shop/2')]
    expect(groupsOf(identities, [apart('crm/1', 'shop/1'), together('shop/1', 'shop/2')])).toEqual([
      ['shop/1', 'shop/2'],
    ])
  })

  test('one whom nobody sent goes with the least brand that names it, and joins none of another', () => {
    const named = { sameAsIds: ['ghost/1'] }
    const identities = [
      known('ghost/1', { brand: null }),
      ...['a', 'b'].map(id => known(`south/${id}`, { ...named, brand: 'south' })),
      ...['a', 'b'].map(id => known(`north/${id}`, named)),
    ]
    expect(groupsOf(identities)).toEqual([
      ['ghost/1', 'north/a', 'north/b'],
      ['south/a', 'south/b'],
    ])
  })
})

const word = (letter: string, count: number) => fc.integer({ min: 1, max: count }).map(number => `${letter}${number}`)
const ids = ['crm/1', 'crm/2', 'crm/3', 'shop/1', 'shop/2', 'shop/3', 'web/1', 'web/2'] as const
const drawn = fc.record({
  identities: fc.tuple(
    ...ids.map(id =>
      fc
        .record({
          brand: fc.constantFrom('north', 'north', 'south', null),
          kind: fc.constantFrom(null, null, 'person', 'company'),
          emailKey: fc.option(word('e', 3)),
          phoneKey: fc.option(word('p', 3)),
          sameAsIds: fc.option(fc.subarray([...ids], { maxLength: 2 })),
        })
        .map(told => known(id, told.brand === null ? { brand: null } : told)),
    ),
  ),
  decisions: fc.uniqueArray(
    fc.record({ one: fc.constantFrom(...ids), other: fc.constantFrom(...ids), together: fc.boolean() }),
    { maxLength: 4, selector: ({ one, other }) => [one, other].sort().join() },
  ),
})

test('whatever is known, what cannot be one customer is none, by the same ways in any order', () => {
  fc.assert(
    fc.property(drawn, fc.shuffledSubarray([...ids], { minLength: ids.length }), ({ identities, decisions }, order) => {
      const decided = decisions.filter(({ one, other }) => one !== other)
      const found = partition(identities, decided, rules)
      const shuffled = order.flatMap(id => identities.filter(identity => identity.id === id))
      expect(partition(shuffled, decided.toReversed(), rules).customerOf).toEqual(
        new Map(shuffled.map(({ id }) => [id, found.customerOf.get(id)])),
      )
      for (const { one, other, together } of decided)
        if (!together) expect(found.customerOf.get(one), `${one} and ${other}`).not.toBe(found.customerOf.get(other))
      for (const group of Map.groupBy(identities, ({ id }) => found.customerOf.get(id)).values()) {
        expect(found.customerOf.get(group[0]?.id ?? '')).toBe(group.map(({ id }) => id).sort()[0])
        expect(new Set(group.flatMap(({ brand }) => brand ?? [])).size).toBeLessThan(2)
      }
      const { begun } = relink(identities, found.followed, [])
      const customers = new Set(found.customerOf.values()).size
      expect(begun).toHaveLength(identities.length - customers)
    }),
    { numRuns: 500, endOnFailure: true },
  )
})
