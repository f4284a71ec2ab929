import type { RecordKind } from '@tweeluik/schema/records'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/support/database.ts'
import type { Database } from '../../db/pools.ts'
import { type Door, openDoor } from '../door.ts'
import { audit } from '../rollup/audit.ts'
import { emptyRecords } from './business-time.test.queries.ts'
import { judgeOverdue } from './overdue.ts'
import { rederiveSlice } from './rederive.ts'
import { storedPolicies, storedTargets } from './sla-targets.test.queries.ts'

const settings = { timeZone: 'Europe/Amsterdam', defaultBrand: 'default', contactedDays: 30 }
const HOUR = 3_600

let database: Database
let door: Door
beforeAll(async () => {
  database = await testDatabase()
  const onFailure = (error: unknown) => {
    throw error
  }
  door = openDoor({ database, ...settings, currency: 'EUR', batchRowsMax: 1_000, onFailure })
})
beforeEach(() => emptyRecords(database.owner))
afterAll(async () => {
  await door.close()
  await database.close()
})

async function send(kind: RecordKind, ...records: Record<string, unknown>[]) {
  const rows = records.map((value, index) => ({ line: index + 1, text: JSON.stringify(value), value, fault: null }))
  expect(await door.accept({ source: 'test', kind, textual: false }, rows)).toMatchObject({ rejections: [] })
}

/** What became of each target, after all that is done behind the loads; the figures are those of the records. */
async function targets() {
  while (await rederiveSlice(database, settings));
  expect(await audit(database)).toEqual([])
  return await storedTargets(database.owner)
}

const policy = (id: string, more: object) => ({ id, version: 1, from: '2026-01-01T00:00:00Z', where: {}, ...more })
const at = (time: string) => `2026-06-${time}:00Z`
const contact = (id: string, more: object = {}) => ({ id, channel: 'mail', openedAt: at('01T09:00'), ...more })
const event = (id: string, type: string, time: string) => ({ id, contact: 'c', type, at: at(time) })

test('a target is met when what was promised comes in time, the very second included, and broken when it was due', async () => {
  await send('sla-policies', policy('p', { firstResponseSeconds: HOUR, resolutionSeconds: 24 * HOUR }))
  await send(
    'contacts',
    contact('1 in time', { firstResponseAt: at('01T10:00'), resolvedAt: at('02T08:00') }),
    contact('2 late', { firstResponseAt: at('01T10:01'), resolvedAt: at('03T09:00') }),
    contact('3 never'),
    contact('4 by phone', { channel: 'phone', answeredAt: at('01T09:01') }),
    contact('5 resolved at once', { outcome: 'resolved', closedAt: at('01T09:30') }),
  )
  expect(await targets()).toEqual([
    ['1 in time', 'FIRST_RESPONSE', true, '2026-06-01T10:00:00.000Z'],
    ['1 in time', 'RESOLUTION', true, '2026-06-02T08:00:00.000Z'],
    ['2 late', 'FIRST_RESPONSE', false, '2026-06-01T10:00:00.000Z'],
    ['2 late', 'RESOLUTION', false, '2026-06-02T09:00:00.000Z'],
    ['3 never', 'FIRST_RESPONSE', false, '2026-06-01T10:00:00.000Z'],
    ['3 never', 'RESOLUTION', false, '2026-06-02T09:00:00.000Z'],
    ['4 by phone', 'FIRST_RESPONSE', true, '2026-06-01T09:01:00.000Z'],
    ['4 by phone', 'RESOLUTION', false, '2026-06-02T09:00:00.000Z'],
    ['5 resolved at once', 'FIRST_RESPONSE', true, '2026-06-01T09:30:00.000Z'],
    ['5 resolved at once', 'RESOLUTION', true, '2026-06-01T09:30:00.000Z'],
  ])
})

test('nothing is promised to whom the company called, who gave up, or whom a bot helped alone', async () => {
  await send('sla-policies', policy('p', { firstResponseSeconds: HOUR }))
  await send(
    'contacts',
    contact('called', { initiatedBy: 'company' }),
    contact('gave up', { outcome: 'abandoned', queueSeconds: 5 }),
    contact('bot', { bot: true, outcome: 'resolved' }),
    contact('before', { openedAt: '2025-12-31T23:59:00Z' }),
  )
  expect(await targets()).toEqual([])
})

test('a target that runs is in no figure until its moment passes, and then it is broken though nothing was sent', async () => {
  const openedAt = new Date(Date.now() - HOUR * 1_000).toISOString()
  await send('sla-policies', policy('p', { firstResponseSeconds: 2 * HOUR }))
  await send('contacts', contact('c', { openedAt }))
  expect(await targets()).toEqual([['c', 'FIRST_RESPONSE', null, null]])
  expect(await judgeOverdue(database, settings)).toBe(false)
  const due = new Date(Date.parse(openedAt) + 2 * HOUR * 1_000)
  expect(await judgeOverdue(database, settings, due)).toBe(true)
  expect(await targets()).toEqual([['c', 'FIRST_RESPONSE', false, due.toISOString()]])
  expect(await judgeOverdue(database, settings, due)).toBe(false)
})

test('each message that a customer sends after a reply waits for the next one; two in a row wait from the first', async () => {
  await send('sla-policies', policy('p', { nextReplySeconds: HOUR }))
  await send('contacts', contact('c'))
  await send(
    'contact-events',
    event('1', 'customer_replied', '01T09:10'),
    event('2', 'agent_replied', '01T09:20'),
    event('3', 'customer_replied', '01T10:00'),
    event('4', 'customer_replied', '01T10:30'),
    event('5', 'agent_replied', '01T11:00'),
    event('6', 'agent_replied', '01T11:30'),
    event('7', 'customer_replied', '01T12:00'),
    event('8', 'resolved', '01T14:00'),
    event('9', 'customer_replied', '01T15:00'),
  )
  expect(await targets()).toEqual([
    ['c', 'NEXT_REPLY', true, '2026-06-01T11:00:00.000Z'],
    ['c', 'NEXT_REPLY', false, '2026-06-01T13:00:00.000Z'],
    ['c', 'NEXT_REPLY', false, '2026-06-01T16:00:00.000Z'],
  ])
  await send(
    'contact-events',
    { id: '7', contact: 'c', deletedAt: at('05T00:00') },
    event('10', 'agent_replied', '01T15:59'),
  )
  expect(await targets()).toEqual([
    ['c', 'NEXT_REPLY', true, '2026-06-01T11:00:00.000Z'],
    ['c', 'NEXT_REPLY', true, '2026-06-01T15:59:00.000Z'],
  ])
})

test('what a customer waited for stays promised when the contact turns out to be of another customer', async () => {
  await send('sla-policies', policy('p', { nextReplySeconds: HOUR }))
  await send('contacts', contact('c', { customer: 'Ann' }))
  await send('contact-events', event('1', 'agent_replied', '01T09:20'), event('2', 'customer_replied', '01T10:00'))
  await send('contacts', contact('c', { customer: 'Bea' }))
  expect(await targets()).toEqual([['c', 'NEXT_REPLY', false, '2026-06-01T11:00:00.000Z']])
})

test('a promise in opening hours is due when the desk has been open that long', async () => {
  const hours = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [day, [['09:00', '17:00']]]))
  await send('calendars', {
    id: 'h',
    zone: 'Europe/Amsterdam',
    hours,
    holidays: ['2026-06-08'],
    from: '2026-01-01T00:00:00Z',
  })
  await send('sla-policies', policy('p', { firstResponseSeconds: 2 * HOUR, calendar: 'h' }))
  await send(
    'contacts',
    contact('1 of a Friday', { openedAt: at('05T14:00'), firstResponseAt: at('09T08:00') }),
    contact('2 at night', { openedAt: at('02T20:00') }),
    contact('3 to the end', { openedAt: at('02T13:00') }),
  )
  expect(await targets()).toEqual([
    ['1 of a Friday', 'FIRST_RESPONSE', true, '2026-06-09T08:00:00.000Z'],
    ['2 at night', 'FIRST_RESPONSE', false, '2026-06-03T09:00:00.000Z'],
    ['3 to the end', 'FIRST_RESPONSE', false, '2026-06-02T15:00:00.000Z'],
  ])
})

test('a calendar that was not in force yet when a contact opened does not stretch its promise', async () => {
  await send('calendars', { id: 'h', zone: 'Europe/Amsterdam', hours: {}, from: at('05T00:00') })
  await send('sla-policies', policy('p', { firstResponseSeconds: HOUR, calendar: 'h' }))
  await send('contacts', contact('before'), contact('since', { openedAt: at('05T09:00') }))
  expect(await targets()).toEqual([
    ['before', 'FIRST_RESPONSE', false, '2026-06-01T10:00:00.000Z'],
    ['since', 'FIRST_RESPONSE', null, null],
  ])
})

test('the policy with the most conditions holds, of those the latest that was in force, each of its versions for its own', async () => {
  await send(
    'sla-policies',
    policy('any', { firstResponseSeconds: HOUR }),
    policy('mail 1', { where: { channel: 'mail' }, firstResponseSeconds: 2 * HOUR }),
    policy('mail 2', { where: { channel: 'mail' }, version: 2, from: at('01T00:00'), firstResponseSeconds: HOUR }),
    policy('mail of A', { where: { channel: 'mail', team: 'A' }, firstResponseSeconds: 60 }),
    policy('gold', { where: { segment: 'gold', channel: 'mail', team: 'B' }, firstResponseSeconds: 30 }),
  )
  await send('customers', { id: 'rich', segment: 'gold' })
  await send(
    'contacts',
    contact('1', { channel: 'chat' }),
    contact('2', { openedAt: '2026-05-01T09:00:00Z' }),
    contact('3'),
    contact('4', { team: 'A' }),
    contact('5', { team: 'B' }),
    contact('6', { team: 'B', customer: 'rich' }),
  )
  const expected = ['any 1', 'mail 1 1', 'mail 2 2', 'mail of A 1', 'mail 2 2', 'gold 1']
  await targets()
  expect(await storedPolicies(database.owner)).toEqual(expected)
})

test('a policy that comes, changes or goes judges anew, and takes its targets along', async () => {
  await send('contacts', contact('c', { firstResponseAt: at('01T10:30') }))
  expect(await targets()).toEqual([])
  await send('sla-policies', policy('p', { firstResponseSeconds: HOUR }))
  expect(await targets()).toEqual([['c', 'FIRST_RESPONSE', false, '2026-06-01T10:00:00.000Z']])
  await send('sla-policies', policy('p', { firstResponseSeconds: 2 * HOUR }))
  expect(await targets()).toEqual([['c', 'FIRST_RESPONSE', true, '2026-06-01T10:30:00.000Z']])
  await send('sla-policies', { id: 'p', deletedAt: at('05T00:00') })
  expect(await targets()).toEqual([])
})

test('targets go with their contact, and are judged anew when it changes', async () => {
  await send('sla-policies', policy('p', { firstResponseSeconds: HOUR }))
  await send('contacts', contact('c'), contact('d'))
  await send('contacts', contact('c', { firstResponseAt: at('01T09:30') }), { id: 'd', deletedAt: at('05T00:00') })
  expect(await targets()).toEqual([['c', 'FIRST_RESPONSE', true, '2026-06-01T09:30:00.000Z']])
})
