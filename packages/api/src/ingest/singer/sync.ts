import { ProblemError } from '@tweeluik/schema'
import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import type { AcceptedBatch } from '../import/accept-batches.ts'
import { BATCH_CHARACTERS_MAX, BATCH_ROWS_MAX } from '../import/batches.ts'
import { type BatchAnswer, type ImportTotals, openTotals } from '../import/totals.ts'
import type { Mapping } from '../mapping/load-mapping.ts'
import type { MappedRow } from '../mapping/make-record.ts'
import type { ByteStream } from '../read/decode.ts'
import { readRows } from '../read/read-rows.ts'
import { type RawRow, UnreadableInput } from '../read/row.ts'
import { openTandem } from '../tandem.ts'
import { type Message, readMessage } from './messages.ts'
import { openStreams } from './streams.ts'
import { whileWanted } from './while-wanted.ts'

/** A longer message is not read. */
const MESSAGE_BYTES_MAX = 16_777_216
/** What a tap has sent is stored at the latest then. */
const FLUSH_AFTER_MS = 10_000

export interface SyncWork {
  input: ByteStream
  mapping: Mapping
  accept(batch: AcceptedBatch, onTurn: () => void): Promise<BatchAnswer>
  saveState(sql: TransactionSql | null, state: unknown): Promise<void>
  /** Told when all that the tap sent before this state is on disk. */
  onState(state: unknown): void
  onNoise(line: number, text: string): void
  /** Told once a stream. */
  onActivateVersion(stream: string): void
  onRejected(row: BatchAnswer['rejections'][number]): void
  onProgress(receivedRows: number): void
  /** Aborted: what was read is stored, and nothing more is read. */
  signal: AbortSignal
}

export interface SyncResult extends ImportTotals {
  /** How often the tap's state was saved. */
  states: number
  skippedRows: number
  /** Rows by stream of which the mapping knows nothing. */
  unmapped: ReadonlyMap<string, number>
  /** What ended the sync before the tap did. Null: the tap did. */
  problem: ProblemError | null
  stopped: boolean
}

/**
 * Takes what a tap sends, in batches. A state is saved in the transaction that makes the last of the records before it
 * durable, so that it is never ahead of them: a sync that is killed goes on where its state says, and what comes again
 * is unchanged.
 */
export async function syncSinger(work: SyncWork): Promise<SyncResult> {
  const streams = openStreams(work.mapping)
  const totals = openTotals()
  const tandem = openTandem()
  const activated = new Set<string>()
  let open = new Map<RecordKind, OpenBatch>()
  let pending: { state: unknown } | null = null
  let states = 0
  let flushedMs = Date.now()
  /** Stays so when it fails: then what was read is not whole, and no later state holds. */
  let flushing = false

  async function flush(): Promise<void> {
    flushing = true
    flushedMs = Date.now()
    const batches = [...open.values()].sort((one, other) => rankOf(one.kind) - rankOf(other.kind))
    const covered = pending
    open = new Map()
    pending = null
    for (const [at, { kind, rows }] of batches.entries()) {
      const isLast = at === batches.length - 1
      const alongside = isLast && covered ? (sql: TransactionSql) => work.saveState(sql, covered.state) : undefined
      await tandem.add(async onTurn => {
        const { rejections, ...answer } = await work.accept(
          { kind, textual: true, rows, header: streams.keys(), ...(alongside && { alongside }) },
          onTurn,
        )
        totals.add(kind, answer)
        rejections.forEach(work.onRejected)
        work.onProgress(totals.totals.received)
      })
    }
    if (covered) {
      if (batches.length === 0) await work.saveState(null, covered.state)
      states++
      work.onState(covered.state)
    }
    flushing = false
  }

  async function add(row: MappedRow): Promise<void> {
    if (contradicts(open.get(row.kind), row)) await flush()
    const batch: OpenBatch = open.get(row.kind) ?? { kind: row.kind, rows: [], characters: 0, byId: new Map() }
    open.set(row.kind, batch)
    if (row.value) batch.byId.set(row.value['id'], row)
    batch.rows.push(row)
    batch.characters += row.text.length
    if (batch.rows.length >= BATCH_ROWS_MAX || batch.characters >= BATCH_CHARACTERS_MAX) await flush()
  }

  async function take(message: Message, raw: RawRow): Promise<void> {
    if (message.type === 'SCHEMA') return streams.describe(message)
    if (message.type === 'STATE') {
      pending = { state: message.value }
      return
    }
    if (message.type === 'ACTIVATE_VERSION') {
      if (!activated.has(message.stream)) work.onActivateVersion(message.stream)
      activated.add(message.stream)
      return
    }
    for (const row of streams.recordsOf(message, raw)) await add(row)
  }

  const flushWhenDue = async () => {
    if (Date.now() - flushedMs >= FLUSH_AFTER_MS) await flush()
  }
  const input = whileWanted(work.input, { signal: work.signal, pauseMs: FLUSH_AFTER_MS, onPause: flushWhenDue })
  let problem: ProblemError | null = null
  try {
    for await (const row of readRows(input, 'ndjson', { unread: true, maxRowBytes: MESSAGE_BYTES_MAX })) {
      const message = readMessage(row)
      if (message.type === 'NOISE') work.onNoise(row.line, message.text)
      else await take(message, row)
    }
  } catch (error) {
    // What came before is whole: only what cannot be followed is left to the next run.
    if (flushing || !(error instanceof ProblemError)) throw error
    if (!(error instanceof UnreadableInput && work.signal.aborted)) problem = error
  }
  await flush()
  await tandem.done()
  const { unmapped } = streams
  return {
    ...totals.result(),
    states,
    skippedRows: streams.skippedRows(),
    unmapped,
    problem,
    stopped: work.signal.aborted,
  }
}

interface OpenBatch {
  kind: RecordKind
  rows: MappedRow[]
  characters: number
  /** The last of each. */
  byId: Map<unknown, MappedRow>
}

/** Of two rows in one batch that do not both say when they changed none would be the newer. */
function contradicts(batch: OpenBatch | undefined, { value }: MappedRow): boolean {
  const before = value && batch?.byId.get(value['id'])?.value
  if (!before || (before['updatedAt'] !== undefined && value['updatedAt'] !== undefined)) return false
  return JSON.stringify(before) !== JSON.stringify(value)
}

const rankOf = (kind: RecordKind) => kindNames.indexOf(kind)
