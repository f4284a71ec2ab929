import { dayReader } from '@tweeluik/schema'
import { validate } from '@tweeluik/schema/records'
import { expect, test } from 'vitest'
import { customerRow } from './customer.row.ts'
import { contentOf } from './rows.ts'

const context = { source: 'crm', currency: 'EUR', defaultBrand: 'default', dayOf: dayReader('Europe/Amsterdam') }

function contentOfCustomer(attributes: object): string {
  const checked = validate('customers', { id: 1, attributes })
  if (!checked.ok || checked.deleted) throw new Error('It is a valid customer')
  return contentOf(customerRow(checked.record, context))
}

test('the order of keys is no content, at any depth; values and the order of lists are', () => {
  const content = contentOfCustomer({ tier: 'gold', shoes: { left: 42, right: 43, worn: ['a', 'b'] } })
  expect(contentOfCustomer({ shoes: { worn: ['a', 'b'], right: 43, left: 42 }, tier: 'gold' })).toBe(content)
  expect(contentOfCustomer({ tier: 'gold', shoes: { left: 42, right: 44, worn: ['a', 'b'] } })).not.toBe(content)
  expect(contentOfCustomer({ tier: 'gold', shoes: { left: 42, right: 43, worn: ['b', 'a'] } })).not.toBe(content)
})
