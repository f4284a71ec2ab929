import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToCounts } from './dense-counts.ts'

const changes = fc.uniqueArray(fc.tuple(fc.integer({ min: -1, max: 60 }), fc.integer({ min: 1, max: 9 })), {
  selector: ([bucket]) => bucket,
})
const NOTHING = { lowest: 0, counts: [] }

function added(to: { lowest: number; counts: readonly number[] }, by: readonly [number, number][], sign: 1 | -1) {
  const sorted = by.toSorted(([left], [right]) => left - right)
  return addToCounts(
    to,
    sorted.map(([bucket]) => bucket),
    sorted.map(([, count]) => sign * count),
  )
}

test('counts are what was added less what was taken away, in any order, and nothing leaves nothing', () => {
  fc.assert(
    fc.property(changes, changes, (one, other) => {
      const both = added(added(NOTHING, one, 1), other, 1)
      expect(both).toEqual(added(added(NOTHING, other, 1), one, 1))
      const held = new Map(one)
      for (const [bucket, count] of other) held.set(bucket, (held.get(bucket) ?? 0) + count)
      const told = both.counts.flatMap((count, at): [number, number][] => (count ? [[both.lowest + at, count]] : []))
      expect(told).toEqual([...held].sort(([left], [right]) => left - right))
      expect(added(both, other, -1)).toEqual(added(NOTHING, one, 1))
      expect(added(added(both, one, -1), other, -1)).toEqual(NOTHING)
    }),
    { endOnFailure: true },
  )
})
