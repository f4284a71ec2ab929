import { createReadStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { readCells, validate } from '@tweeluik/schema/records'
import { expect, test } from 'vitest'
import { describeRealData, realFile } from '../../../../../test/support/real-data.ts'
import { loadMapping } from './load-mapping.ts'
import { type MappedRow, startRun } from './make-record.ts'
import { type ForeignFile, readMapped } from './map-rows.ts'

const mappingOf = (name: string) =>
  loadMapping(readFileSync(new URL(`../../../../../mappings/${name}.yaml`, import.meta.url), 'utf8'), `${name}.yaml`)

const refused: ForeignFile['onUnreadable'] = error => {
  throw error
}

function realInput(path: string): ForeignFile {
  return { path: realFile(path), open: () => createReadStream(realFile(path)), onUnreadable: refused }
}

const textInput = (text: string): ForeignFile => ({
  path: 'part.txt',
  open: () => Readable.from([Buffer.from(text)]),
  onUnreadable: refused,
})

const read = (name: string, path: string) => Array.fromAsync(readMapped(mappingOf(name), [realInput(path)], startRun()))

function recordsOf(rows: MappedRow[], kind: MappedRow['kind']): Record<string, unknown>[] {
  return rows.flatMap(row => (row.kind === kind && row.value ? [row.value] : []))
}

/** Every mapped row as the door would judge it. */
function refusals(rows: MappedRow[]) {
  return rows.flatMap(row => {
    if (!row.value) return [row.fault]
    const judged = validate(row.kind, readCells(row.kind, row.value))
    return judged.ok ? [] : [judged.problem]
  })
}

function mean(records: Record<string, unknown>[], field: string): number {
  const values = records.flatMap(record => (record[field] === undefined ? [] : [Number(record[field])]))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

const share = (records: Record<string, unknown>[], outcome: string) =>
  (100 * records.filter(record => record.outcome === outcome).length) / records.length

const calls = 'phonenow-call-centre/call_center.csv'
const complaints = 'uwv-complaints/BPI2016_Complaints.csv'
const purchases = 'cdnow/CDNOW_master.txt'

describeRealData('the mappings give what is published about their files', [calls, complaints, purchases], () => {
  test('call centre: every call a contact, every rating an answer, the published shares and means', async () => {
    const rows = await read('call-centre', calls)
    const [contacts, feedback] = [recordsOf(rows, 'contacts'), recordsOf(rows, 'feedback')]
    expect(refusals(rows)).toEqual([])
    expect([contacts.length, feedback.length]).toEqual([5_000, 4_054])
    expect(share(contacts, 'abandoned')).toBeCloseTo(18.92, 2)
    expect(share(contacts, 'resolved')).toBeCloseTo(72.92, 2)
    expect(mean(contacts, 'queueSeconds')).toBeCloseTo(67.52, 2)
    expect(mean(contacts, 'talkSeconds')).toBeCloseTo(224.9, 1)
    expect(mean(feedback, 'score')).toBeCloseTo(3.4, 2)
    expect(contacts[0]).toMatchObject({
      id: 'ID0001',
      openedAt: '2021-01-01T08:12:58.000Z',
      answeredAt: '2021-01-01T08:14:47.000Z',
    })
    expect(feedback[0]).toMatchObject({ contact: 'ID0001', at: '2021-01-01T08:17:10.000Z' })
  })

  test('UWV: 289 contacts of 226 customers on 131 days, with the Dutch topic path', async () => {
    const rows = await read('uwv-complaints', complaints)
    const [customers, contacts] = [recordsOf(rows, 'customers'), recordsOf(rows, 'contacts')]
    const distinct = (field: string) => new Set(contacts.map(contact => contact[field])).size
    expect(refusals(rows)).toEqual([])
    expect([customers.length, contacts.length]).toEqual([226, 289])
    expect([distinct('customer'), distinct('topic'), distinct('openedAt')]).toEqual([226, 70, 131])
    expect(contacts.map(contact => contact.topic)).toContain(
      'bejegening (houding / gedrag) / n.v.t. / boos over beëindiging gesprek',
    )
  })

  test('CDNOW: every purchase an order, equal ones too, and the published sum and customers', async () => {
    const rows = await read('cdnow', purchases)
    const orders = recordsOf(rows, 'orders')
    const cents = orders.reduce((sum, order) => sum + Math.round(Number(order.amount) * 100), 0)
    const days = Map.groupBy(orders, order => String(order.customer))
    const oneDay = [...days.values()].filter(bought => new Set(bought.map(order => order.at)).size === 1)
    expect(refusals(rows)).toEqual([])
    expect([orders.length, new Set(orders.map(order => order.id)).size, cents]).toEqual([69_659, 69_659, 250_031_563])
    expect([days.size, oneDay.length]).toEqual([23_570, 12_054])
  })

  test('CDNOW: shuffled and split over files, the very same records come out', async () => {
    const [header = '', ...lines] = readFileSync(realFile(purchases), 'utf8').trimEnd().split('\n')
    const shuffled = lines.map((line, at) => ({ line, key: (at * 7_919) % lines.length })).sort((a, b) => a.key - b.key)
    const parts = [shuffled.slice(0, 20_000), shuffled.slice(20_000)]
    const files = parts.map(part => textInput([header, ...part.map(({ line }) => line)].join('\n')))
    const again = await Array.fromAsync(readMapped(mappingOf('cdnow'), files, startRun()))
    const sorted = (rows: MappedRow[]) => rows.map(row => JSON.stringify(row.value)).sort()
    expect(sorted(again)).toEqual(sorted(await read('cdnow', purchases)))
  })
})
