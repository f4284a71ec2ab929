import fc from 'fast-check'
import { DateTime, FixedOffsetZone } from 'luxon'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { kindNames, type RecordKind, recordKinds } from './kinds.ts'
import { validate } from './validate.ts'

const at = '2026-03-01T09:30:00+01:00'

/** The least that is valid, but for the id. */
const least: Record<RecordKind, Record<string, unknown>> = {
  touchpoints: { name: 'Chat', channel: 'chat' },
  triggers: { name: 'Late parcel', department: 'logistics' },
  'journey-maps': { name: 'Buying', steps: [], stages: [{ id: 'buy', name: 'Buy' }] },
  calendars: { zone: 'Europe/Amsterdam', hours: { mon: [['09:00', '17:30']] }, from: at },
  'sla-policies': { version: 1, from: at, where: {}, resolutionSeconds: 60 },
  'cost-rates': { from: at, perHour: '32.50' },
  'exchange-rates': { from: 'USD', to: 'EUR', day: '2026-03-01', rate: 0.9 },
  annotations: { name: 'New invoice', from: '2026-03-02' },
  customers: {},
  journeys: { customer: 'c', map: 'm', startedAt: at },
  interactions: { touchpoint: 't', at },
  contacts: { channel: 'phone', openedAt: at },
  'contact-events': { contact: 'c', at, type: 'opened' },
  surveys: { kind: 'csat', sentAt: at },
  feedback: { kind: 'csat', score: 4, at },
  'quality-reviews': { contact: 'c', at, items: [{ name: 'Greets', weight: 1, score: 1, max: 1 }] },
  exposures: { customer: 'c', trigger: 't', at },
  orders: { customer: 'c', at, amount: 0 },
  investments: { at, amount: '10', purpose: 'service', lens: 'cx' },
}

const values = fc.oneof(
  fc.constantFrom<unknown>(
    at,
    '2026-03-01',
    'x',
    ' word ',
    '',
    '12.50',
    'EUR',
    'nl',
    'a\0b',
    '\ud800',
    'x'.repeat(201),
  ),
  fc.constantFrom<unknown>(0, 1, 4, -1, 0.5, 2 ** 53, 1e9, true, false, null, undefined, Number.NaN),
  fc.constantFrom<unknown>(...['csat', 'resolved', 'person', 'customer', 'customers', 'completed', 'conscious']),
  fc.constantFrom<unknown>(
    { source: 'crm', id: 7 },
    { source: 'crm', id: 'c', x: 1 },
    { csat: 4 },
    [1, 5],
    [0, 10],
    [],
  ),
  fc.constantFrom<unknown>([{ at, amount: 1 }], [{ at, amount: -1 }], [{ source: 'crm', id: 1 }], {
    shoe: { size: [42] },
  }),
)
const given = fc.constantFrom(...kindNames).chain(kind =>
  fc.record({
    kind: fc.constant(kind),
    changes: fc.dictionary(fc.constantFrom(...Object.keys(recordKinds[kind].schema.shape), 'unknown'), values, {
      maxKeys: 4,
    }),
  }),
)

test('the compiled schema and the schema agree on every record', () => {
  let accepted = 0
  fc.assert(
    fc.property(given, ({ kind, changes: { deletedAt: _, ...changes } }) => {
      const record = { id: 'r', ...least[kind], ...changes }
      const { schema, rules } = recordKinds[kind]
      const judged = (schema as z.ZodType)
        .superRefine(rules as Parameters<z.ZodType['superRefine']>[0])
        .safeParse(record)
      const validated = validate(kind, record)
      expect(validated.ok).toBe(judged.success)
      if (validated.ok) expect(validated.record).toStrictEqual(judged.data)
      accepted += Number(validated.ok)
    }),
    { numRuns: 3_000 },
  )
  expect(accepted).toBeGreaterThan(500)
})

test.each(kindNames)('the least that %s may hold is valid', kind => {
  expect(validate(kind, { id: 1, ...least[kind] })).toMatchObject({ ok: true, deleted: false, record: { id: '1' } })
})

test.each([
  ['a NUL', { note: ['a\0b'] }],
  ['half a character', { note: { deep: '\ud800' } }],
  ['a NUL in a name', { 'a\0': 1 }],
])('%s in attributes is refused, since no database holds it', (_, attributes) => {
  expect(validate('customers', { id: 1, attributes })).toMatchObject({ ok: false, problem: { path: 'attributes' } })
})

const exposureAt = (at: string) => validate('exposures', { id: 1, customer: 'c', trigger: 't', at })

test('an instant is read exactly, in any zone and in each form that it may be written in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) - 1 }),
      fc.integer({ min: -1_439, max: 1_439 }),
      fc.constantFrom("yyyy-MM-dd'T'HH:mm:ss.SSSZZ", 'yyyy-MM-dd HH:mm:ss.SSSZZZ', "yyyy-MM-dd't'HH:mm:ss.SSS'999'ZZ"),
      (ms, offset, form) => {
        const text = DateTime.fromMillis(ms, { zone: FixedOffsetZone.instance(offset) }).toFormat(form)
        expect(exposureAt(text)).toMatchObject({ ok: true, record: { at: new Date(ms) } })
      },
    ),
    { numRuns: 2_000 },
  )
})

test.each([
  ...['2026-02-29T09:00:00Z', '1900-02-29T09:00:00Z', '2024-02-30T09:00:00Z', '2026-04-31T09:00:00Z'],
  ...['2026-13-01T09:00:00Z', '2026-00-01T09:00:00Z', '2026-01-00T09:00:00Z', '2026-01-32T09:00:00Z'],
  ...[
    '2026-01-01T24:00:00Z',
    '2026-01-01T09:60Z',
    '2026-01-01T09:00:60Z',
    '2026-01-01T09:00+24:00',
    '2026-01-01T09:00+0160',
  ],
])('%s does not exist', text => {
  expect(exposureAt(text)).toMatchObject({ ok: false, problem: { code: 'NO_SUCH_TIME', path: 'at' } })
})
