import { kindNames, type RecordKind, recordKinds } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { badInputServer, CSV, deliver, NDJSON, receiptIn, rejectedRows, sound } from './delivery.ts'

const own = badInputServer()

/** What breaks programs: what the database cannot hold, what COPY and JavaScript read otherwise, the edges of every range. */
const nasty = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'x\udfff',
    '\ufffd',
    '\\N',
    '\\.',
    '\t',
    'a\r\nb',
    "'; drop table contacts; --",
    '{a}',
  ],
  ...['ﷺ'.repeat(200), '😀'.repeat(100), 'x'.repeat(200), 'x'.repeat(201), '*', 'a,b', '__proto__', 'null', 'NaN'],
  ...['2026-03-29T02:30:00+01:00', '1900-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '2199-12-31T23:59:59+14:00'],
  ...['0001-01-01T00:00:00Z', '2026-12-31 23:59:59.999999999Z', '9999-12-31T23:59:59Z', '2026-03-01T09:00:00+99:99'],
  ...['10000000', '-0', '0.0000', '99999999999', '1e3', '٣', 'EUR', 'eur', 'XXX', 'csat', 'abandoned', 'resolved'],
  ...[null, true, 0, -0, -1, 1, 4, 0.1, 1e21, -1e308, 2 ** 31, 2 ** 53, 31_622_400],
  ...[[], {}, [1, 5], [5, 1], [0, 0], [[[]]], { source: 'crm', id: 7 }, { source: '', id: '' }, { id: '\0' }],
  ...[[{ at: '2026-03-02T00:00:00Z', amount: '10000000' }], [{ source: 'crm', id: 'same' }], { '': { '\0': 1 } }],
)
const line = (of: RecordKind) =>
  fc.oneof(
    fc
      .dictionary(fc.constantFrom(...Object.keys(recordKinds[of].schema.shape)), nasty, { maxKeys: 4 })
      .chain(fields => fc.nat(30).map(id => JSON.stringify({ ...sound[of](`${id}`), ...fields }))),
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )

test.each(kindNames)('whatever lines of %s hold, each is counted once, and nothing is a fault of ours', async of => {
  await fc.assert(
    fc.asyncProperty(fc.array(line(of), { minLength: 20, maxLength: 60 }), async lines => {
      const body = [JSON.stringify(sound[of]('sound')), ...lines].join('\n')
      const receipt = receiptIn(await deliver(own.server, of, NDJSON, body))
      expect(receipt.created + receipt.waiting).toBeGreaterThan(0)
      expect(await rejectedRows(own.server, receipt)).toHaveLength(receipt.rejected)
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

const cellOf = (cell: unknown) => (typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : String(cell))

const table = (of: RecordKind) => {
  const required = sound[of]('sound')
  const others = Object.keys(recordKinds[of].schema.shape).filter(name => !(name in required))
  return fc.record({
    names: fc.shuffledSubarray(others, { minLength: 3, maxLength: 3 }),
    rows: fc.array(fc.array(nasty, { minLength: 3, maxLength: 3 }), { maxLength: 30 }),
  })
}

test.each(kindNames)('whatever cells of CSV of %s hold, each row is counted once', async of => {
  await fc.assert(
    fc.asyncProperty(table(of), async ({ names, rows }) => {
      const required = sound[of]('sound')
      const header = [...Object.keys(required), ...names]
      const first = [...Object.values(required), '', '', '']
      const rest = rows.map((row, number) => [...Object.values({ ...required, id: number }), ...row])
      const body = [header, first, ...rest]
        .map(row => row.map(cell => `"${cellOf(cell).replaceAll('"', '""')}"`).join(','))
        .join('\n')
      const receipt = receiptIn(await deliver(own.server, of, CSV, body))
      expect(receipt.created + receipt.waiting).toBeGreaterThan(0)
      expect(await rejectedRows(own.server, receipt)).toHaveLength(receipt.rejected)
    }),
    { numRuns: 3, endOnFailure: true },
  )
})

test('what landed of it can be read, and gives the figures that are stored', async () => {
  const { data, errors } = await own.server.graphql(`{
      customers(first: 200) { nodes { id name kind attributes acquiredAt } }
      contacts(first: 200) { nodes { id customer { id } channel topic openedAt handledAt outcome subject text } }
      feedback(first: 200) { nodes { id customer { id } contact { id } score at comment } }
      orders(first: 200) { nodes { id customer { id } amount { amount currency } refunds { at } at late } }
      touchpoints(first: 200) { nodes { id name stage ideal { csat } } }
      triggers(first: 200) { nodes { id parent { id } department } }
      journeyMaps(first: 200) { nodes { id steps { stage } stages { id } } }
      journeys(first: 200) { nodes { id customer { id } startedAt } }
      interactions(first: 200) { nodes { id customer { id } at stage attributes } }
      metrics(keys: [CONTACTS, AHT, CSAT, ORDERS, REVENUE], period: { from: "2020-01-01", to: "2030-01-01" }, grain: YEAR) {
        series { points { value { value n } } }
      }
    }`)
  expect(errors).toBeUndefined()
  const landed = expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })])
  for (const records of Object.keys(data as object).filter(name => name !== 'metrics'))
    expect(data).toMatchObject({ [records]: { nodes: landed } })
  expect(await audit(own.server.database)).toEqual([])
})
