import { fail } from '@tweeluik/schema'
import type { InboxRows } from '../inbox.queries.ts'
import type { Mapping } from '../mapping/load-mapping.ts'
import { type MappedRow, startRun } from '../mapping/make-record.ts'
import { readMapped } from '../mapping/map-rows.ts'
import { unpack } from '../prepare/packed.ts'
import { type RawRow, rowFault } from '../read/row.ts'
import { readMessage } from '../singer/messages.ts'
import { openStreams } from '../singer/streams.ts'
import type { RejectedRecord } from './rejected.queries.ts'
import type { SentRows } from './sent-rows.ts'

/**
 * Rejected rows as a corrected mapping makes them of what was sent.
 *
 * @throws ProblemError when the mapping needs more than single rows.
 */
export async function remapped(
  mapping: Mapping,
  stored: InboxRows | null,
  rejected: readonly RejectedRecord[],
): Promise<SentRows> {
  refuseMoreThanRows(mapping)
  const sent = stored ? unpack(stored.rows) : []
  const texts = rejected.map(({ position, text }) => sent[position]?.text ?? text)
  const made =
    mapping.file.format === 'singer' ? fromTap(mapping, stored, texts) : await fromFile(mapping, stored, texts)
  const rows = new Map(
    rejected.map((row, at) => [row.position, chosen(row, sent, texts[at] ?? '', made[at] ?? [])] as const),
  )
  return { textual: true, rowOf: row => rows.get(row.position) ?? { ...row, value: null, fault: makesNothing } }
}

/** The sender's id tells which of several records of one kind and row it was, else its place among them. */
function chosen(
  { kind, line, position }: RejectedRecord,
  sent: readonly RawRow[],
  text: string,
  made: readonly MappedRow[],
): RawRow {
  const ofKind = made.filter(row => row.kind === kind)
  const id = sent[position]?.value?.['id']
  const place = sent.slice(0, position).filter(row => row.line === line && row.text === text).length
  const found = ofKind.find(row => id !== undefined && row.value?.['id'] === id) ?? ofKind[place]
  return { line, text, value: found?.value ?? null, fault: found ? found.fault : makesNothing }
}

const makesNothing = rowFault(
  'MAPPING_MAKES_NOTHING',
  'The mapping makes no such record of this row.',
  'Correct the mapping, or leave the row where it is.',
)

async function fromFile(mapping: Mapping, stored: InboxRows | null, texts: readonly string[]): Promise<MappedRow[][]> {
  const { encoding: _, skipLines: _lines, ...file } = mapping.file
  const header = file.format === 'csv' && !file.columns ? [stored?.header ?? headerMissing()] : []
  const made: MappedRow[][] = texts.map(() => [])
  const places = new Map<number, number>()
  let line = 1 + header.reduce((sum, text) => sum + lines(text), 0)
  for (const [at, text] of texts.entries()) {
    places.set(line, at)
    line += lines(text)
  }
  const bytes = Buffer.from([...header, ...texts].join('\n'))
  const source = {
    path: mapping.name,
    async *open() {
      yield bytes
    },
    onUnreadable(error: Error) {
      throw error
    },
  }
  for await (const row of readMapped({ ...mapping, file }, [source], startRun())) {
    made[places.get(row.line) ?? -1]?.push(row)
  }
  return made
}

function fromTap(mapping: Mapping, stored: InboxRows | null, texts: readonly string[]): MappedRow[][] {
  const streams = openStreams(mapping, stored?.header ?? undefined)
  return texts.map((text, line) => {
    const raw = { line, text, value: null, fault: null }
    const message = readMessage(raw)
    return message.type === 'RECORD' ? streams.recordsOf(message, raw) : []
  })
}

const lines = (text: string) => text.split('\n').length

const headerMissing = () =>
  fail(
    'HEADER_MISSING',
    'mapping',
    'These rows did not come from a file that a mapping read.',
    'Mend them by rejected export --reasons and rejected replay --mended.',
  )

function refuseMoreThanRows(mapping: Mapping): void {
  const mapper = mapping.lookups.length === 0 ? mapping.compile(new Map()) : null
  if (mapper && !mapper.group && !mapper.records.some(({ occurrence }) => occurrence)) return
  fail(
    'MAPPING_NEEDS_FILE',
    'mapping',
    `${mapping.name} puts rows together, numbers them or looks values up, for which single rows do not suffice.`,
    'Import the whole file again with it: what is in stays as it is.',
  )
}
