import type { RecordKind } from '@tweeluik/schema/records'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/support/database.ts'
import type { Database } from '../../db/pools.ts'
import { type Door, openDoor } from '../door.ts'
import { emptyRecords, storedWaits } from './business-time.test.queries.ts'
import { rederiveSlice } from './rederive.ts'

const settings = { timeZone: 'Europe/Amsterdam', defaultBrand: 'default', contactedDays: 30 }
const AMSTERDAM = 'Europe/Amsterdam'
const NEW_YORK = 'America/New_York'
const ALWAYS: [string, string][] = [['00:00', '24:00']]

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

async function send(kind: RecordKind, records: readonly object[]) {
  const rows = records.map((value, index) => ({
    line: index + 1,
    text: JSON.stringify(value),
    value: value as Record<string, unknown>,
    fault: null,
  }))
  const receipt = await door.accept({ source: 'test', kind, textual: false }, rows)
  expect(receipt.state).toBe('loaded')
  return receipt
}

const local = (zone: string, time: string) => DateTime.fromISO(time, { zone }).toUTC().toISO()
const weekdays = (spans: [string, string][]) => ({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans })
const everyDay = (spans: [string, string][]) => ({ ...weekdays(spans), sat: spans, sun: spans })
const calendar = (id: string, hours: object, more: object = {}) => ({
  id,
  zone: AMSTERDAM,
  hours,
  from: '2020-01-01T00:00:00Z',
  ...more,
})

/** How long a contact of these two moments took until it was resolved, in business hours. */
async function hoursBetween(zone: string, opened: string, resolved: string, more: object = {}) {
  const contact = {
    id: 'c',
    channel: 'mail',
    openedAt: local(zone, opened),
    resolvedAt: local(zone, resolved),
    ...more,
  }
  await send('contacts', [contact])
  const [waits] = await storedWaits(database.owner)
  return waits?.firstResolution == null ? null : waits.firstResolution / 3600
}

test.each([
  ['the night that loses an hour in Amsterdam has one less', AMSTERDAM, '2026-03-29', 2],
  ['the night that gains an hour in Amsterdam has one more', AMSTERDAM, '2026-10-25', 4],
  ['the night that loses an hour in New York has one less', NEW_YORK, '2026-03-08', 2],
  ['the night that gains an hour in New York has one more', NEW_YORK, '2026-11-01', 4],
  ['any other night has its hours', NEW_YORK, '2026-11-02', 3],
])('%s', async (_promise, zone, day, expected) => {
  await send('calendars', [calendar('h', everyDay([['01:00', '04:00']]), { zone })])
  expect(await hoursBetween(zone, `${day}T00:00`, `${day}T12:00`)).toBe(expected)
})

test.each([
  [AMSTERDAM, '2026-03-29', 23],
  [AMSTERDAM, '2026-10-25', 25],
  [NEW_YORK, '2026-03-08', 23],
  [NEW_YORK, '2026-11-01', 25],
])('day and night in %s, %s has its hours', async (zone, day, hours) => {
  await send('calendars', [calendar('h', everyDay(ALWAYS), { zone })])
  const next = DateTime.fromISO(day).plus({ days: 1 }).toISODate()
  expect(await hoursBetween(zone, `${day}T00:00`, `${next}T00:00`)).toBe(hours)
})

test('spans that the change of the clock folds over each other open no second twice', async () => {
  const hours = {
    sun: [
      ['01:00', '02:30'],
      ['03:00', '05:00'],
    ],
  }
  await send('calendars', [calendar('h', hours)])
  expect(await hoursBetween(AMSTERDAM, '2026-03-29T00:00', '2026-03-29T12:00')).toBe(3)
})

test('hours over midnight are two spans without a second between them', async () => {
  await send('calendars', [
    calendar(
      'h',
      everyDay([
        ['00:00', '06:00'],
        ['22:00', '24:00'],
      ]),
    ),
  ])
  expect(await hoursBetween(AMSTERDAM, '2026-06-01T23:00', '2026-06-02T05:00')).toBe(6)
})

test('a day without hours and a day off have none', async () => {
  await send('calendars', [calendar('h', weekdays([['09:00', '17:00']]), { holidays: ['2026-06-03'] })])
  expect(await hoursBetween(AMSTERDAM, '2026-06-05T16:00', '2026-06-08T10:00')).toBe(2)
  expect(await hoursBetween(AMSTERDAM, '2026-06-02T16:00', '2026-06-04T10:00')).toBe(2)
  expect(await hoursBetween(AMSTERDAM, '2026-06-06T10:00', '2026-06-07T10:00')).toBe(0)
})

test('public holidays of a country are off, in whatever year', async () => {
  await send('calendars', [calendar('h', weekdays([['09:00', '17:00']]), { holidays: 'NL' })])
  expect(await hoursBetween(AMSTERDAM, '2026-04-27T08:00', '2026-04-27T18:00')).toBe(0)
  expect(await hoursBetween(AMSTERDAM, '2031-05-22T08:00', '2031-05-22T18:00')).toBe(0)
  expect(await hoursBetween(AMSTERDAM, '2026-04-28T08:00', '2026-04-28T18:00')).toBe(8)
})

test('a country whose holidays nobody knows is refused, and the calendar that stood stays', async () => {
  await send('calendars', [calendar('h', everyDay([['09:00', '17:00']]))])
  const receipt = await send('calendars', [calendar('h', everyDay(ALWAYS), { holidays: 'XX' })])
  expect(receipt.rejections).toMatchObject([{ code: 'UNKNOWN_COUNTRY', path: 'holidays' }])
  expect(await hoursBetween(AMSTERDAM, '2026-06-02T00:00', '2026-06-03T00:00')).toBe(8)
})

test('a contact that spans years is told to the hour', async () => {
  await send('calendars', [calendar('h', weekdays([['09:00', '17:00']]), { holidays: ['2024-12-25', '2024-12-26'] })])
  expect(await hoursBetween(AMSTERDAM, '2024-12-20T16:00', '2026-01-02T10:00')).toBe(1 + 8 * 267 + 1)
})

test("a team's own calendar goes before everybody's, and of two the latest that was in force when it opened", async () => {
  await send('calendars', [
    calendar('all', everyDay(ALWAYS)),
    calendar('a1', everyDay([['09:00', '10:00']]), { team: 'A' }),
    calendar('a2', everyDay([['09:00', '11:00']]), { team: 'A', from: '2026-06-02T00:00:00Z' }),
  ])
  const day = ['2026-06-01T00:00', '2026-06-02T00:00', '2026-06-03T00:00'] as const
  expect(await hoursBetween(AMSTERDAM, day[0], day[1], { team: 'A' })).toBe(1)
  expect(await hoursBetween(AMSTERDAM, day[0], day[2], { team: 'A' })).toBe(2)
  expect(await hoursBetween('utc', day[1], day[2], { team: 'A' })).toBe(2)
  expect(await hoursBetween(AMSTERDAM, day[0], day[1], { team: 'B' })).toBe(24)
  expect(await hoursBetween(AMSTERDAM, '2019-06-01T00:00', '2019-06-02T00:00')).toBe(null)
})

test('a calendar that comes, changes or goes derives anew what it concerns, behind the load', async () => {
  const twoHours = () => hoursBetween(AMSTERDAM, '2026-06-01T09:00', '2026-06-01T12:00')
  expect(await twoHours()).toBe(null)
  const stored = async () => {
    while (await rederiveSlice(database, settings));
    return (await storedWaits(database.owner)).map(({ firstResolution }) => firstResolution)
  }
  await send('calendars', [calendar('h', everyDay([['10:00', '11:00']]))])
  expect(await stored()).toEqual([3_600])
  await send('calendars', [calendar('h', everyDay([['10:00', '10:30']]))])
  expect(await stored()).toEqual([1_800])
  await send('calendars', [{ id: 'h', deletedAt: '2026-06-05T00:00:00Z' }])
  expect(await stored()).toEqual([null])
})

test('every wait is told in business hours: answer, first response, first and last resolution', async () => {
  await send('calendars', [calendar('h', everyDay([['09:00', '17:00']]))])
  const at = (time: string) => local(AMSTERDAM, `2026-06-${time}`)
  await send('contacts', [
    {
      id: 'c',
      channel: 'mail',
      openedAt: at('01T16:59:30'),
      queueSeconds: 60,
      answeredAt: at('01T18:00'),
      firstResponseAt: at('02T09:10'),
    },
  ])
  await send('contact-events', [
    { id: '1', contact: 'c', at: at('02T10:00'), type: 'resolved' },
    { id: '2', contact: 'c', at: at('02T11:00'), type: 'reopened' },
    { id: '3', contact: 'c', at: at('03T09:00'), type: 'resolved' },
  ])
  expect(await storedWaits(database.owner)).toEqual([
    { answer: 30, firstResponse: 630, firstResolution: 3_630, fullResolution: 28_830 },
  ])
})

const spansOfADay = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 6 })
  .map(hours => hours.sort((a, b) => a - b).map(hour => `${String(hour).padStart(2, '0')}:00`))
  .map(times => Array.from({ length: Math.floor(times.length / 2) }, (_, at) => [times[2 * at], times[2 * at + 1]]))
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Minute by minute, by the wall clock: what the sums must agree with. At half of the hour that comes twice it would not. */
function minutesOpen(hours: Record<string, string[][]>, zone: string, from: DateTime, to: DateTime): number {
  let open = 0
  for (let minute = from; minute < to; minute = minute.plus({ minutes: 1 })) {
    const wall = minute.setZone(zone)
    const time = wall.toFormat('HH:mm')
    if (hours[days[wall.weekday - 1] ?? '']?.some(([opens = '', closes = '']) => opens <= time && time < closes))
      open += 1
  }
  return open
}

test('over any hours and any change of the clock, business time is what a clock on the wall would count', async () => {
  const any = fc.record({
    zone: fc.constantFrom(AMSTERDAM, NEW_YORK, 'Asia/Kolkata'),
    hours: fc
      .tuple(...days.map(() => spansOfADay))
      .map(week => Object.fromEntries(week.map((spans, at) => [days[at], spans]))),
    openedMinutes: fc.integer({ min: 0, max: 60 * 24 * 400 }),
    minutes: fc.integer({ min: 0, max: 60 * 24 * 4 }),
  })
  await fc.assert(
    fc.asyncProperty(any, async ({ zone, hours, openedMinutes, minutes }) => {
      await emptyRecords(database.owner)
      await send('calendars', [calendar('h', hours, { zone })])
      const opened = DateTime.fromISO('2025-10-01T00:00Z').plus({ minutes: openedMinutes })
      const resolved = opened.plus({ minutes })
      const told = await hoursBetween('utc', opened.toUTC().toISO() ?? '', resolved.toUTC().toISO() ?? '')
      expect((told ?? -1) * 60).toBeCloseTo(minutesOpen(hours, zone, opened, resolved), 6)
    }),
    { numRuns: 5, endOnFailure: true },
  )
})
