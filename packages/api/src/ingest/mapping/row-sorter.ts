import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Row } from './cells.ts'

/** A row of a group, with as much of it as the mapping reads. */
export interface GroupRow {
  key: string
  /** What tells its place in the group: text as text, numbers as numbers, null first. */
  order: (string | number | null)[]
  /** The number of its file. */
  file: number
  line: number
  text: string
  cells: Row
}

/** Sorts any number of rows in bounded memory. The result does not depend on the order in which they came. */
export interface RowSorter {
  /** Resolves at once unless rows have to be written out: null then. */
  add(row: GroupRow): Promise<void> | null
  /** How many were added. */
  count(): number
  /** All rows, group by group and each in order; once. */
  sorted(): AsyncIterable<GroupRow>
  close(): Promise<void>
}

/** About fifteen times as many bytes: a row is held as its text and its cells. */
const HELD_CHARACTERS_MAX = 8_388_608
/** Of each part, of which a large file has hundreds, so much is at hand. */
const READ_AT_ONCE_BYTES = 65_536

/** What does not fit is sorted in parts, which wait in files beside the system's other temporary ones and are merged. */
export function openRowSorter(heldCharactersMax = HELD_CHARACTERS_MAX): RowSorter {
  const parts: string[] = []
  let held: GroupRow[] = []
  let characters = 0
  let count = 0
  let folder: string | null = null

  async function writeOut(): Promise<void> {
    folder ??= await mkdtemp(join(tmpdir(), 'tweeluik-groups-'))
    const path = join(folder, `${parts.length}.ndjson`)
    const rows = held.sort(compareRows)
    held = []
    characters = 0
    parts.push(path)
    await pipeline(Readable.from(inPieces(rows)), createWriteStream(path))
  }

  return {
    add(row) {
      held.push(row)
      count++
      characters += row.text.length
      return characters > heldCharactersMax ? writeOut() : null
    },
    count: () => count,
    async *sorted() {
      held.sort(compareRows)
      if (parts.length === 0) yield* held
      else yield* merged(await Promise.all([...parts.map(readPart), inMemory(held)].map(startPart)))
    },
    async close() {
      held = []
      if (folder !== null) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** By group and order; rows that both leave equal by their text, so that no order of arrival shows. */
function compareRows(one: GroupRow, other: GroupRow): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1
  for (let at = 0; at < one.order.length; at++) {
    const compared = compareOrder(one.order[at] ?? null, other.order[at] ?? null)
    if (compared !== 0) return compared
  }
  return one.text < other.text ? -1 : Number(one.text > other.text)
}

function compareOrder(one: string | number | null, other: string | number | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? -1 : 1
  return one < other ? -1 : 1
}

const PIECE_ROWS = 512

function* inPieces(rows: GroupRow[]): Iterable<string> {
  for (let at = 0; at < rows.length; at += PIECE_ROWS) {
    const lines = rows.slice(at, at + PIECE_ROWS).map(row => JSON.stringify(row))
    yield `${lines.join('\n')}\n`
  }
}

async function* readPart(path: string): AsyncGenerator<GroupRow[]> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: READ_AT_ONCE_BYTES })) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines.map(line => JSON.parse(line) as GroupRow)
  }
}

async function* inMemory(rows: GroupRow[]): AsyncGenerator<GroupRow[]> {
  yield rows
}

/** A sorted part that is being read: `row` is its least that was not taken, null at its end. */
interface Part {
  pieces: AsyncGenerator<GroupRow[]>
  piece: GroupRow[]
  at: number
  row: GroupRow | null
}

async function startPart(pieces: AsyncGenerator<GroupRow[]>): Promise<Part> {
  const part: Part = { pieces, piece: [], at: 0, row: null }
  await refill(part)
  return part
}

async function refill(part: Part): Promise<void> {
  const next = await part.pieces.next()
  part.piece = next.done ? [] : next.value
  part.at = 1
  part.row = part.piece[0] ?? null
  if (!part.row && !next.done) await refill(part)
}

/** There are few parts: the least row is found by looking at each. */
async function* merged(parts: Part[]): AsyncIterable<GroupRow> {
  for (;;) {
    let least: Part | null = null
    for (const part of parts) {
      if (part.row && (!least?.row || compareRows(part.row, least.row) < 0)) least = part
    }
    if (!least?.row) return
    yield least.row
    if (least.at < least.piece.length) least.row = least.piece[least.at++] ?? null
    else await refill(least)
  }
}
