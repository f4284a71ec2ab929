import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CompactCounter } from './compact-counter.ts'

test('counts as a plain map does, through every growth', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { minLength: 2_000, maxLength: 6_000 }), keys => {
      const counter = new CompactCounter()
      const plain = new Map<number, number>()
      for (const key of keys) {
        plain.set(key, (plain.get(key) ?? 0) + 1)
        expect(counter.next(`${key}`)).toBe(plain.get(key))
      }
    }),
    { numRuns: 20 },
  )
})

test('refuses one key more than its bound, and still knows the others', () => {
  const counter = new CompactCounter(2)
  counter.next('a')
  counter.next('b')
  expect(counter.next('a')).toBe(2)
  expect(() => counter.next('c')).toThrow('More than 2 different ids')
})
