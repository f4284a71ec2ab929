import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadMapping } from '../mapping/load-mapping.ts'
import { startRun } from '../mapping/make-record.ts'
import { type Batch, readBatches } from './batches.ts'
import { planFiles } from './plan-files.ts'

const mapping = loadMapping(
  `
file: { format: csv }
zone: UTC
group: { by: ticket, order: [{ column: at, time: yyyy-MM-dd }] }
records:
  - kind: contacts
    id: ticket
    fields: { channel: { constant: phone }, openedAt: { column: at, time: yyyy-MM-dd, of: first } }
  - kind: contact-events
    each: { column: moved, rises: true }
    id: { template: '{ticket}-{moved}' }
    fields: { contact: ticket, type: { constant: transferred }, at: { column: at, time: yyyy-MM-dd } }
`,
  'tickets.yaml',
)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-batches-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function batches(rowsMax: number, unreadable: string[] = []): Promise<Batch[]> {
  const files = await planFiles(folder, { mapping, mappings: async () => [] })
  const onUnreadable = (file: { path: string }, { problem }: { problem: { code: string } }) => {
    unreadable.push(`${file.path.slice(folder.length + 1)} ${problem.code}`)
  }
  return Array.fromAsync(readBatches({ files, run: startRun(), rowsMax, onUnreadable }))
}

test('no event comes in a batch before its contact, and each row keeps the file and line it stands in', async () => {
  const rows = ['A', 'B', 'C'].flatMap(ticket => [0, 1, 2, 3].map(at => `${ticket},2026-01-0${at + 1},${at}`))
  const odd = rows.filter((_, at) => at % 2 === 1)
  const even = rows.filter((_, at) => at % 2 === 0)
  await writeFile(join(folder, 'odd.csv'), `ticket,at,moved\n${odd.join('\n')}\n`)
  await writeFile(join(folder, 'even.csv'), `ticket,at,moved\n${even.join('\n')}\n`)
  const known = new Set<unknown>()
  const events: [id: unknown, afterContact: boolean][] = []
  const read = await batches(2)
  for (const { kind, rows: sent } of read) {
    for (const { value } of sent) {
      if (kind === 'contacts') known.add(value?.['id'])
      else events.push([value?.['id'], known.has(value?.['contact'])])
    }
  }
  expect(events).toHaveLength(9)
  expect(events.filter(([, after]) => !after)).toEqual([])
  const lines = read.flatMap(({ file, rows: sent }) =>
    sent.map(({ line, value }) => `${file.path.slice(folder.length + 1)}:${line} ${value?.id}`),
  )
  expect(lines.sort().slice(0, 4)).toEqual(['even.csv:3 A-2', 'even.csv:5 B-2', 'even.csv:7 C-2', 'odd.csv:2 A-1'])
  expect(read.every(({ rows: sent }) => sent.length <= 2)).toBe(true)
  expect(read[0]?.readBytes).toBeLessThan(read.at(-1)?.readBytes ?? 0)
  const sizes = await planFiles(folder, { mapping, mappings: async () => [] })
  expect(read.at(-1)?.readBytes).toBe(sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0))
})

test('of a file that breaks off, what came before is handed over; another file of its mapping loses nothing', async () => {
  await writeFile(join(folder, 'a.csv'), 'ticket,at,moved\nA,2026-01-01,0\n')
  await writeFile(join(folder, 'b.csv'), 'ticket,at\nB,2026-01-01\n')
  const unreadable: string[] = []
  const read = await batches(10, unreadable)
  expect(read.map(({ kind, rows }) => [kind, rows.map(({ value }) => value?.id)])).toEqual([['contacts', ['A']]])
  expect(unreadable).toEqual(['b.csv COLUMN_MISSING'])
})
