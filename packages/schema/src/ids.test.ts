import fc from 'fast-check'
import { v5 } from 'uuid'
import { expect, test } from 'vitest'
import { nobodyId, recordId } from './ids.ts'

const NAMESPACE = 'bfb4b90a-d0f1-5c32-ac14-e63279255f57'
const text = fc.string({ unit: 'binary', maxLength: 300 })

test("an id is the version 5 UUID of kind, source and the sender's id, as any library makes it", () => {
  fc.assert(
    fc.property(text, text, (source, id) => {
      expect(recordId('contact-event', source, id)).toBe(v5(JSON.stringify(['contact-event', source, id]), NAMESPACE))
      expect(nobodyId('contact', source, id)).toBe(v5(JSON.stringify(['nobody', 'contact', source, id]), NAMESPACE))
    }),
  )
})

test('an id is the same for ever', () => {
  expect(recordId('customer', 'shop', 'c-1')).toBe('5a250469-f1e8-593b-9205-ca65284c8b5d')
})
