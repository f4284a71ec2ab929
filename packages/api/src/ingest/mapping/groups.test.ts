import { expect, test } from 'vitest'
import { mapTexts } from '../../../../../test/support/mapping.ts'
import { startRun } from './make-record.ts'

const yaml = `
file: { format: csv, nulls: ['?'] }
zone: UTC
skip: { column: state, equals: Test }
group:
  by: ticket
  order: [&written { column: written, time: d/M/yyyy HH:mm }, { column: number, decimal: '.' }]
records:
  - kind: contacts
    when: { column: state, notIn: [Spam] }
    id: ticket
    fields:
      updatedAt: *written
      channel: { column: channel, of: first }
      openedAt: { column: written, time: d/M/yyyy HH:mm, of: first }
      team: team
      reopens: reopened
  - kind: contact-events
    each: { column: moved, rises: true }
    id: { template: '{ticket}-moved-{moved}' }
    fields: { contact: ticket, type: { constant: transferred }, at: *written, team: team }
  - kind: contact-events
    each: { column: state, becomes: [Done, Shut] }
    once: true
    id: { template: '{ticket}-done-{reopened}' }
    fields: { contact: ticket, type: { constant: resolved }, at: *written }
  - kind: contact-events
    each: { column: channel, changes: true }
    id: { template: '{ticket}-to-{channel}' }
    fields: { contact: ticket, type: { constant: channel_switched }, at: *written, channel: channel }
`
const header = 'ticket,written,number,state,channel,team,moved,reopened'
const rows = [
  'B,2/1/2026 09:00,1,New,phone,North,1,0',
  'A,9/1/2026 09:00,1,New,chat,North,0,0',
  'A,9/1/2026 09:00,2,New,chat,South,1,0',
  'A,9/1/2026 09:00,10,Done,chat,South,1,0',
  'A,10/1/2026 08:00,11,Open,video,South,1,1',
  'A,10/1/2026 09:00,12,Done,video,East,2,1',
  'A,10/1/2026 10:00,13,Shut,video,?,2,1',
  'C,1/1/2026 10:00,1,Test,video,North,0,0',
]
const told = [
  {
    id: 'A',
    updatedAt: '2026-01-10T10:00:00.000Z',
    channel: 'chat',
    openedAt: '2026-01-09T09:00:00.000Z',
    reopens: '1',
  },
  { id: 'A-moved-1', contact: 'A', type: 'transferred', at: '2026-01-09T09:00:00.000Z', team: 'South' },
  { id: 'A-moved-2', contact: 'A', type: 'transferred', at: '2026-01-10T09:00:00.000Z', team: 'East' },
  { id: 'A-done-0', contact: 'A', type: 'resolved', at: '2026-01-09T09:00:00.000Z' },
  { id: 'A-done-1', contact: 'A', type: 'resolved', at: '2026-01-10T09:00:00.000Z' },
  { id: 'A-to-video', contact: 'A', type: 'channel_switched', at: '2026-01-10T08:00:00.000Z', channel: 'video' },
  {
    id: 'B',
    updatedAt: '2026-01-02T09:00:00.000Z',
    channel: 'phone',
    openedAt: '2026-01-02T09:00:00.000Z',
    team: 'North',
    reopens: '0',
  },
]
const fileOf = (...lines: string[]) => [header, ...lines].join('\n')

test('the rows of a group become one record of its last row, and one for each thing that happened between two rows', async () => {
  const run = startRun()
  const made = await mapTexts(yaml, [fileOf(...rows)], { run })
  expect(made.map(({ value }) => value)).toEqual(told)
  expect(made.map(({ line }) => line)).toEqual([8, 4, 7, 5, 7, 6, 2])
  expect(run.skippedRows).toBe(1)
})

test('shuffled, and split over files so that groups are torn, the very same records come out', async () => {
  for (const step of [3, 5, 7]) {
    const shuffled = rows.map((_, at) => rows[(at * step) % rows.length] ?? '')
    const files = [shuffled.slice(0, 3), shuffled.slice(3, 4), shuffled.slice(4)].map(lines => fileOf(...lines))
    expect((await mapTexts(yaml, files)).map(({ value }) => value)).toEqual(told)
  }
})

test('a row that can stand in no group is refused alone, with its file and line', async () => {
  const lines = [',1/1/2026 09:00,1,New,phone,,0,0', 'A,31/2/2026 09:00,1,New,phone,,0,0', 'A,half', rows[0] ?? '']
  const made = await mapTexts(yaml, [fileOf(rows[7] ?? ''), fileOf(...lines)])
  expect(made.map(({ file, line, fault, value }) => [file, line, fault?.code ?? value?.id, fault?.path])).toEqual([
    [1, 2, 'MISSING_FIELD', 'ticket'],
    [1, 3, 'INVALID_TIME', 'order.0'],
    [1, 4, 'CSV_COLUMN_COUNT', ''],
    [1, 5, 'B', undefined],
  ])
})

test('a cell that is no number cannot rise: the event is refused, the contact stands', async () => {
  const made = await mapTexts(yaml, [fileOf(rows[1] ?? '', 'A,9/1/2026 10:00,3,New,chat,South,many,0')])
  expect(made.map(({ kind, line, fault }) => [kind, line, fault?.code, fault?.path])).toEqual([
    ['contacts', 3, undefined, undefined],
    ['contact-events', 3, 'INVALID_NUMBER', 'moved'],
  ])
})

test('rows of a group of which nothing is made are counted', async () => {
  const run = startRun()
  const spam = ['D,1/1/2026 10:00,1,Spam,chat,,0,0', 'D,1/1/2026 10:00,2,Spam,chat,,0,0']
  expect(await mapTexts(yaml, [fileOf(...spam)], { run })).toEqual([])
  expect(run.skippedRows).toBe(2)
})

test('a group beyond all measure is refused as one, the others stand', async () => {
  const many = Array.from({ length: 100_001 }, (_, at) => `A,1/1/2026 10:00,${at},New,chat,,0,0`)
  const made = await mapTexts(yaml, [fileOf(...many, rows[0] ?? '')])
  expect(made.map(({ fault, value }) => fault?.code ?? value?.id)).toEqual(['GROUP_TOO_LARGE', 'B'])
})
