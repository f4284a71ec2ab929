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
  /** What tells its place in the group; text as text, numbers as numbers, null first. */
  order: (string | number | null)[]
  /** The number of its file. */
  file: number
  line: number
  text: string
  cells: Row
}

/** Characters of rows held before they are written out: about three times as many bytes. */
const HELD_CHARACTERS_MAX = 33_554_432
/** What a row weighs beside its text. */
const ROW_CHARACTERS = 200

/**
 * Sorts any number of rows by group and by order in bounded memory: what does not fit is sorted in parts, kept in files
 * beside the system's other temporary ones, and merged. The result does not depend on the order in which rows came in.
 */
export class RowSorter {
  #held: GroupRow[] = []
  #characters = 0
  #folder: string | null = null
  #parts: string[] = []

  constructor(readonly heldCharactersMax = HELD_CHARACTERS_MAX) {}

  /** How many were added. */
  count = 0

  async add(row: GroupRow): Promise<void> {
    this.#held.push(row)
    this.count++
    this.#characters += row.text.length + ROW_CHARACTERS
    if (this.#characters > this.heldCharactersMax) await this.#writeOut()
  }

  /** All rows in order, once. */
  async *sorted(): AsyncIterable<GroupRow> {
    const held = this.#held.sort(compareRows)
    if (this.#parts.length === 0) return yield* held
    const parts = [...this.#parts.map(readPart), inMemory(held)]
    yield* merged(await Promise.all(parts.map(startPart)))
  }

  async close(): Promise<void> {
    this.#held = []
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true })
  }

  async #writeOut(): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'tweeluik-groups-'))
    const path = join(this.#folder, `${this.#parts.length}.ndjson`)
    const rows = this.#held.sort(compareRows)
    this.#held = []
    this.#characters = 0
    await pipeline(Readable.from(inPieces(rows)), createWriteStream(path))
    this.#parts.push(path)
  }
}

const PIECE_ROWS = 512

function* inPieces(rows: GroupRow[]): Iterable<string> {
  for (let at = 0; at < rows.length; at += PIECE_ROWS) {
    yield rows
      .slice(at, at + PIECE_ROWS)
      .map(row => `${JSON.stringify(row)}\n`)
      .join('')
  }
}

type Pieces = AsyncIterator<GroupRow[]>

async function* readPart(path: string): AsyncGenerator<GroupRow[]> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 262_144 })) {
    const lines = `${rest}${String(chunk)}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines.map(line => JSON.parse(line) as GroupRow)
  }
}

async function* inMemory(rows: GroupRow[]): AsyncGenerator<GroupRow[]> {
  yield rows
}

interface Part {
  pieces: Pieces
  piece: GroupRow[]
  at: number
  row: GroupRow | null
}

async function startPart(pieces: Pieces): Promise<Part> {
  const part = { pieces, piece: [], at: 0, row: null }
  await step(part)
  return part
}

async function step(part: Part): Promise<void> {
  while (part.at >= part.piece.length) {
    const next = await part.pieces.next()
    if (next.done) {
      part.row = null
      return
    }
    part.piece = next.value
    part.at = 0
  }
  part.row = part.piece[part.at++] ?? null
}

/** Few parts: the least of their first rows is found by looking at each. */
async function* merged(parts: Part[]): AsyncIterable<GroupRow> {
  for (;;) {
    let least: Part | null = null
    for (const part of parts) {
      if (part.row && (!least?.row || compareRows(part.row, least.row) < 0)) least = part
    }
    if (!least?.row) return
    yield least.row
    if (least.at < least.piece.length) least.row = least.piece[least.at++] ?? null
    else await step(least)
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
