import { jsonSchemaOf, kindNames, type RecordKind } from '@tweeluik/schema/records'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { wholeRecords } from './whole-records.ts'

const AT = '2026-03-01T09:30:00+01:00'

/** As a sender's own tool judges, formats included. */
function judge(kind: RecordKind) {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
  formats.default(ajv)
  return ajv.compile(jsonSchemaOf(kind))
}

test.each(kindNames)('its JSON Schema takes a record of %s with every field, and a mere deletion', kind => {
  const takes = judge(kind)
  expect(takes({ ...wholeRecords[kind], updatedAt: AT }), JSON.stringify(takes.errors)).toBe(true)
  expect(takes({ id: 17, deletedAt: AT }), JSON.stringify(takes.errors)).toBe(true)
})

test.each(kindNames)('its JSON Schema refuses of %s what is missing, unknown or of a wrong type', kind => {
  const takes = judge(kind)
  for (const field of Object.keys(wholeRecords[kind])) {
    expect(takes({ ...wholeRecords[kind], [field]: [[{}]] }), field).toBe(false)
  }
  expect(takes({ ...wholeRecords[kind], surprise: 1 })).toBe(false)
  expect(takes({})).toBe(false)
})

test('its JSON Schema knows the limits that the door keeps', () => {
  const takes = judge('contacts')
  const contact = { id: 1, channel: 'phone', openedAt: AT }
  expect(takes(contact)).toBe(true)
  const over = [{ queueSeconds: -1 }, { transfers: 1.5 }, { channel: 'c'.repeat(201) }, { openedAt: 'yesterday' }]
  expect(over.filter(wrong => takes({ ...contact, ...wrong }))).toEqual([])
})
