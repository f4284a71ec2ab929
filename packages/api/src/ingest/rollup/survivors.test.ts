import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToSurvivors, type GapDifference } from './survivors.ts'

const gaps = fc.array(fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }), { maxLength: 30 })

function differenceOf(all: readonly (number | null)[], sign: number): GapDifference {
  const distinct = [...new Set(all.filter((gap): gap is number => gap !== null && gap > 0))].sort((a, b) => a - b)
  return {
    without: sign * all.filter(gap => gap === null).length,
    gaps: distinct,
    counts: distinct.map(gap => sign * all.filter(other => other === gap).length),
  }
}

const survivingMoreThan = (all: readonly (number | null)[], k: number) =>
  all.filter(gap => gap === null || gap > k).length
const read = (survivors: readonly number[], k: number) => survivors[Math.min(k, survivors.length - 1)]

test('survivors answer how many gaps are longer than any number of days', () => {
  fc.assert(
    fc.property(gaps, gaps, fc.nat(60), (first, second, k) => {
      const survivors = addToSurvivors(addToSurvivors([], differenceOf(first, 1)), differenceOf(second, 1))
      expect(read(survivors, k)).toBe(survivingMoreThan([...first, ...second], k))
    }),
  )
})

test('what is taken away again leaves nothing behind', () => {
  fc.assert(
    fc.property(gaps, gaps, fc.nat(60), (kept, gone, k) => {
      const both = addToSurvivors(addToSurvivors([], differenceOf(kept, 1)), differenceOf(gone, 1))
      expect(read(addToSurvivors(both, differenceOf(gone, -1)), k)).toBe(survivingMoreThan(kept, k))
    }),
  )
})
