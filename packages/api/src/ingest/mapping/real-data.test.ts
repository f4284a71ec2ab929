import { createReadStream, readFileSync } from 'node:fs'
import { readCells, validate } from '@tweeluik/schema/records'
import { expect, test } from 'vitest'
import { textFile } from '../../../../../test/support/mapping.ts'
import { describeRealData, realFile } from '../../../../../test/support/real-data.ts'
import { loadMapping } from './load-mapping.ts'
import { type MappedRow, startRun } from './make-record.ts'
import { readMapped } from './map-rows.ts'

const mappingOf = (name: string) =>
  loadMapping(readFileSync(new URL(`../../../../../mappings/${name}.yaml`, import.meta.url), 'utf8'), `${name}.yaml`)

/** Files of one folder, as one import reads them. */
async function read(name: string, ...paths: string[]): Promise<MappedRow[]> {
  const files = paths.map(path => ({
    ...textFile(''),
    path: realFile(path),
    open: () => createReadStream(realFile(path)),
  }))
  return Array.fromAsync(readMapped(mappingOf(name), files, startRun()))
}

type Records = Record<string, unknown>[]

function recordsOf(rows: MappedRow[], kind: MappedRow['kind']): Records {
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
const incidents = 'service-desk/incident_event_log.csv.gz'
const marketOrders = 'olist-sample/olist_orders_dataset.csv'
const reviews = 'olist-sample/olist_order_reviews_dataset.csv'
const sessions = 'web-sessions/sessions.txt.gz'
const files = [calls, complaints, purchases, incidents, marketOrders, reviews, sessions]

describeRealData('the mappings give what is published about their files', files, () => {
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
    const files = parts.map(part => textFile([header, ...part.map(({ line }) => line)].join('\n')))
    const again = await Array.fromAsync(readMapped(mappingOf('cdnow'), files, startRun()))
    const sorted = (rows: MappedRow[]) => rows.map(row => JSON.stringify(row.value)).sort()
    expect(sorted(again)).toEqual(sorted(await read('cdnow', purchases)))
  })

  test('service desk: an incident is one contact, its story the events that happened between its rows', async () => {
    const rows = await read('service-desk', incidents)
    const [customers, contacts, events] = (['customers', 'contacts', 'contact-events'] as const).map(kind =>
      recordsOf(rows, kind),
    ) as [Records, Records, Records]
    const ofType = Map.groupBy(events, event => String(event.type))
    const moved = new Set(ofType.get('transferred')?.map(event => event.contact))
    expect(refusals(rows)).toEqual([])
    expect([customers.length, contacts.length, new Set(rows.map(row => `${row.kind} ${row.value?.id}`)).size]).toEqual([
      5_244, 24_918, 129_004,
    ])
    expect(Object.fromEntries([...ofType].map(([type, found]) => [type, found.length]))).toEqual({
      opened: 24_918,
      transferred: 23_414,
      resolved: 25_249,
      reopened: 331,
      closed: 24_930,
    })
    expect(1 - moved.size / contacts.length).toBeCloseTo(0.544, 3)
    expect(contacts.filter(contact => contact.reopens !== '0').length / contacts.length).toBeCloseTo(0.011, 4)
    expect(contacts.filter(contact => contact.slaMet === 'true').length / contacts.length).toBeCloseTo(0.6342, 4)
  })

  test('Olist: persons instead of accounts, what was paid in all, and the published share of late orders', async () => {
    const rows = await read('olist-orders', marketOrders)
    const [persons, orders] = [recordsOf(rows, 'customers'), recordsOf(rows, 'orders')]
    const delivered = orders.filter(order => order.deliveredAt)
    const late = delivered.filter(order => String(order.deliveredAt) > String(order.promisedAt))
    const cents = orders.reduce((sum, order) => sum + Math.round(Number(order.amount) * 100), 0)
    expect(refusals(rows)).toEqual([])
    expect([persons.length, orders.length, cents]).toEqual([3_998, 4_000, 64_549_405])
    expect(new Set(orders.map(order => order.customer))).toEqual(new Set(persons.map(person => person.id)))
    expect(late.length / delivered.length).toBeCloseTo(0.0859, 4)
    expect(recordsOf(rows, 'journeys').filter(journey => journey.outcome === 'completed')).toHaveLength(
      delivered.length,
    )
  })

  test('Olist: every review an answer of its person, comments over several lines whole, the published mean', async () => {
    const rows = await read('olist-reviews', reviews)
    const feedback = recordsOf(rows, 'feedback')
    expect(refusals(rows)).toEqual([])
    expect(feedback).toHaveLength(3_986)
    expect(mean(feedback, 'score')).toBeCloseTo(4.08, 2)
    expect(feedback.filter(({ customer }) => customer === undefined)).toEqual([])
    expect(feedback.some(({ comment }) => /\n/.test(String(comment)))).toBe(true)
  })

  test('web sessions: a journey a session on one map, its steps the things done', async () => {
    const rows = await read('web-sessions', sessions)
    const [journeys, interactions] = [recordsOf(rows, 'journeys'), recordsOf(rows, 'interactions')]
    const at = Map.groupBy(interactions, ({ touchpoint }) => String(touchpoint))
    expect(refusals(rows)).toEqual([])
    expect([journeys.length, new Set(journeys.map(({ map }) => map))]).toEqual([7_756, new Set(['web-visit'])])
    expect(Object.fromEntries([...at].map(([place, found]) => [place, found.length]))).toEqual({
      visit: 7_756,
      search: 1_236,
      message: 1_279,
      'booking-request': 145,
    })
    expect([recordsOf(rows, 'journey-maps').length, recordsOf(rows, 'customers').length]).toEqual([1, 630])
  })
})
