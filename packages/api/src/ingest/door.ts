import { randomUUID } from 'node:crypto'
import { fail } from '@tweeluik/schema'
import { isConnectionLost, isDatabaseUnwell } from '../db/connection-failure.ts'
import type { Database, TransactionSql } from '../db/pools.ts'
import type { IdentityRules } from './identity/rules.ts'
import {
  abandonedBatch,
  batchById,
  batchByKey,
  claimQueued,
  countFailure,
  inboxRows,
  insertBatch,
  insertInbox,
  noticesOf,
  postponeBatch,
  rejectionsOf,
  type StoredBatch,
} from './inbox.queries.ts'
import { commitToDisk, lockLoads } from './load/lock.queries.ts'
import { analyzeGrown } from './load/statistics.queries.ts'
import { inTurnOfLoads } from './load/turn.ts'
import { loadStored, storeAndLoad } from './load-stored.ts'
import { pack, unpack } from './prepare/packed.ts'
import { prepare } from './prepare/prepare.ts'
import { openPreparer, type PreparedBatch } from './prepare/preparer.ts'
import type { RawRow } from './read/row.ts'
import { type BatchReceipt, type Delivery, REJECTIONS_SHOWN, receiptOf } from './receipt.ts'
import { type Ready, takeTogether, type Waiting } from './together.ts'

export interface DoorOptions extends Partial<IdentityRules> {
  database: Database
  timeZone: string
  currency: string
  defaultBrand: string
  contactedDays: number
  batchRowsMax: number
  /** Told of a load that failed; the batch is tried again. */
  onFailure(error: unknown, batchId: string): void
  /** Told after every load that changed a figure. */
  onLoaded?(): void
  /** Told when a load brought a brand that was never seen. */
  onNewBrand?(): void
}

/** The one way in: over HTTP, from the command line and for the demo company. */
export interface Door {
  /** A larger delivery is refused. */
  batchRowsMax: number
  /**
   * Makes the rows durable, loads them, and says what became of each.
   * Throws a ProblemError for BATCH_TOO_LARGE, EMPTY_BATCH and IDEMPOTENCY_KEY_REUSED.
   */
  accept(delivery: Delivery, rows: AsyncIterable<RawRow> | Iterable<RawRow>): Promise<BatchReceipt>
  /**
   * Lets something be read, and one record be loaded accordingly, before any other load has its turn. What is thrown
   * undoes it all, and nothing is kept of it.
   */
  inOneTurn<T>(work: (sql: TransactionSql, load: LoadOne) => Promise<T>): Promise<T>
  /**
   * Loads one delivery after the other, each finding those before it, and undoes them all. No other load has its turn
   * before `work` ends.
   */
  tryOut<T>(work: (tryBatch: TryBatch) => Promise<T>): Promise<T>
  /** Null: there is no such batch. */
  receipt(batchId: string): Promise<BatchReceipt | null>
  /**
   * Loads what was accepted so long ago and is not loaded, by a process that did not live to do it or by a try that
   * failed; gives how many batches. Asks `goOn` before each.
   */
  recover(olderThanMs: number, goOn?: () => boolean): Promise<number>
  /** Finishes the load in hand; what still waits for its turn stays in the inbox. */
  close(): Promise<void>
}

/** Loads one record, as a batch of its own; at most once a turn. */
export type LoadOne = (
  delivery: Pick<Delivery, 'source' | 'kind' | 'sentBy'>,
  record: Readonly<Record<string, unknown>>,
) => Promise<BatchReceipt>

/** Says what would become of the rows, every rejection included; calls `onTurn` once what comes next is tried after them. */
export type TryBatch = (
  delivery: Pick<Delivery, 'source' | 'kind' | 'textual'>,
  rows: readonly RawRow[],
  onTurn: () => void,
) => Promise<BatchReceipt>

const TRIES_MAX = 6
const WAIT_SECONDS = 10
/** Batches that wait for their turn are kept at hand up to here; beyond, they wait in the inbox alone. */
const WAITING_BYTES_MAX = 64 * 1024 * 1024

/** Undoes a transaction, carrying its result out. */
class Undo extends Error {
  constructor(readonly result: unknown) {
    super('undone')
  }
}

export function openDoor(options: DoorOptions): Door {
  const { database, timeZone, currency, defaultBrand, phoneCountry } = options
  const { owner } = database
  const preparer = openPreparer()
  let lastTurn: Promise<unknown> = Promise.resolve()
  /** Ready, and waiting for their turn, each of which takes along what can be loaded with it. */
  const queue: Waiting[] = []
  let closed = false
  let waitingBytes = 0

  const taskOf = (
    { kind, source, textual }: Pick<Delivery, 'kind' | 'source' | 'textual'>,
    rows: readonly RawRow[],
  ) => ({ kind, source, textual, rows, timeZone, currency, defaultBrand, phoneCountry })

  async function accept(delivery: Delivery, rows: AsyncIterable<RawRow> | Iterable<RawRow>): Promise<BatchReceipt> {
    const taken = await take(rows, options.batchRowsMax)
    const prepared = await preparer.prepare(taskOf(delivery, taken))
    if (delivery.dryRun) return await dryRun(delivery, taken.length, prepared)
    const { batch, known } = await store(delivery, taken.length, prepared)
    if (known && batch.state !== 'queued') return await receiptFor(batch)
    if (waitingBytes > WAITING_BYTES_MAX) return await receiptFor(batch)
    const loading = loadSoon(batch, prepared)
    delivery.onTurn?.()
    return await withinWait(delivery.waitSeconds ?? WAIT_SECONDS, batch, loading)
  }

  async function loadSoon({ id, kind }: StoredBatch, prepared: PreparedBatch): Promise<void> {
    const bytes = prepared.copy.length + prepared.bytes.length
    waitingBytes += bytes
    const { promise: loaded, resolve } = Promise.withResolvers<void>()
    queue.push({ id, kind, prepared, onTurn: resolve })
    inLine(async () => {
      const together = takeTogether(queue)
      const loading = load(together)
      for (const { onTurn } of together) onTurn(loading)
      await loading
    })
    try {
      await loaded
    } finally {
      waitingBytes -= bytes
    }
  }

  async function store(delivery: Delivery, received: number, { bytes, sha256 }: PreparedBatch) {
    const key = delivery.idempotencyKey ?? null
    const { source, kind } = delivery
    const stored = await owner.begin(async sql => {
      const batch = await insertBatch(sql, {
        id: randomUUID(),
        source,
        kind,
        idempotencyKey: key,
        bodySha256: sha256,
        sentBy: delivery.sentBy ?? null,
        received,
      })
      if (batch) await insertInbox(sql, batch.id, bytes, delivery)
      await delivery.alongside?.(sql)
      return batch
    })
    if (stored) return { batch: stored, known: false }
    const known = await batchByKey(owner, source, key ?? '')
    if (!known) return fail('TRY_AGAIN', '', 'The batch with this key is just being removed', 'Send it again')
    if (known.bodySha256 !== sha256 || known.kind !== kind) {
      fail(
        'IDEMPOTENCY_KEY_REUSED',
        'Idempotency-Key',
        'This key was used for other content',
        'Use a new key for new content',
      )
    }
    return { batch: known, known: true }
  }

  /** One after the other. */
  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => {})
    return turn
  }

  /**
   * One transaction after the other, as the lock would have it over all servers. Waiting for it here costs no
   * connection; waiting for it there would soon leave none to answer anybody with.
   */
  const inTurn = <T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> =>
    inLine(() => inTurnOfLoads(database, work))

  /** In one transaction; when that fails, one by one. Safe to call twice for one batch: the second finds it loaded. */
  async function load(together: readonly Ready[]): Promise<void> {
    if (closed || together.length === 0) return
    try {
      const brandsAdded = await inTurnOfLoads(database, async sql => {
        const batches = await claimQueued(
          sql,
          together.map(({ id }) => id),
        )
        const rows = batches.flatMap(batch => {
          const ready = together.find(({ id }) => id === batch.id)
          return ready ? [{ batch, prepared: ready.prepared }] : []
        })
        return rows.length === 0 ? 0 : (await loadStored(sql, rows, options)).brandsAdded
      })
      await tellOfLoad(brandsAdded)
    } catch (error) {
      if (together.length > 1) for (const one of together) await load([one])
      else for (const { id } of together) await noteFailure(error, id)
    }
  }

  async function noteFailure(error: unknown, id: string): Promise<void> {
    options.onFailure(error, id)
    // A batch that is no cause of its failure has all its tries before it. One under which the connection broke may be.
    if (isDatabaseUnwell(error) && !isConnectionLost(error)) await postponeBatch(owner, id)
    else await countFailure(owner, id, TRIES_MAX)
  }

  async function tellOfLoad(brandsAdded: number): Promise<void> {
    await analyzeGrown(owner)
    options.onLoaded?.()
    if (brandsAdded > 0) options.onNewBrand?.()
  }

  async function dryRun(delivery: Delivery, received: number, prepared: PreparedBatch): Promise<BatchReceipt> {
    const { receipt } = await undone(sql => storeAndLoad(sql, delivery, received, prepared, options))
    const { rejections, notices } = receipt
    return {
      ...receipt,
      rejections: rejections.slice(0, REJECTIONS_SHOWN),
      notices: notices.slice(0, REJECTIONS_SHOWN),
    }
  }

  const tryOut = <T>(work: (tryBatch: TryBatch) => Promise<T>): Promise<T> =>
    undone(async sql => {
      let lastTried: Promise<unknown> = Promise.resolve()
      return await work(async (delivery, rows, onTurn) => {
        const prepared = await preparer.prepare(taskOf(delivery, rows))
        const tried = lastTried.then(async () => {
          // Each load finds its own tables empty, and the planner knows what those before it brought.
          await lockLoads(sql)
          const { receipt } = await storeAndLoad(sql, delivery, rows.length, prepared, options)
          await analyzeGrown(sql)
          return receipt
        })
        lastTried = tried.catch(() => {})
        onTurn()
        return await tried
      })
    })

  async function undone<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> {
    try {
      return await inTurn<T>(async sql => {
        throw new Undo(await work(sql))
      })
    } catch (error) {
      if (error instanceof Undo) return error.result as T
      throw error
    }
  }

  async function inOneTurn<T>(work: (sql: TransactionSql, load: LoadOne) => Promise<T>): Promise<T> {
    let brandsAdded = 0
    const result = await inTurn(async sql => {
      await commitToDisk(sql)
      return await work(sql, async (given, record) => {
        const delivery = { ...given, textual: false }
        const rows = [{ line: 1, text: JSON.stringify(record), value: null, fault: null }]
        // One record takes less here than its way to the thread, and nobody waits for others' batches.
        const prepared = { ...prepare(taskOf(delivery, rows)), ...pack(rows) }
        const loaded = await storeAndLoad(sql, delivery, rows.length, prepared, options)
        brandsAdded = loaded.brandsAdded
        return loaded.receipt
      })
    })
    await tellOfLoad(brandsAdded)
    return result
  }

  async function receiptFor(batch: StoredBatch): Promise<BatchReceipt> {
    const [rejections, notices] = await Promise.all([
      batch.rejected > 0 ? rejectionsOf(owner, batch.id, REJECTIONS_SHOWN) : [],
      batch.state === 'loaded' ? noticesOf(owner, batch.id, REJECTIONS_SHOWN) : [],
    ])
    return receiptOf(batch, rejections, notices)
  }

  /** Durable is done: a sender who will not wait longer gets `queued`, and the load goes on. */
  async function withinWait(seconds: number, batch: StoredBatch, loading: Promise<void>): Promise<BatchReceipt> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, seconds * 1000)
    })
    await Promise.race([loading, late])
    clearTimeout(timer)
    return (await receipt(batch.id)) ?? receiptOf(batch, [], [])
  }

  async function receipt(batchId: string): Promise<BatchReceipt | null> {
    const batch = await batchById(owner, batchId)
    return batch && (await receiptFor(batch))
  }

  async function recover(olderThanMs: number, goOn = () => true): Promise<number> {
    for (let recovered = 0; ; recovered += 1) {
      const id = goOn() ? await abandonedBatch(owner, olderThanMs) : null
      const stored = id && (await inboxRows(owner, id))
      const batch = id && (await batchById(owner, id))
      if (!id || !stored || !batch) return recovered
      await preparer.prepare(taskOf({ ...batch, textual: stored.textual }, unpack(stored.rows))).then(
        prepared => inLine(() => load([{ id, prepared }])),
        error => noteFailure(error, id),
      )
    }
  }

  async function close(): Promise<void> {
    closed = true
    await lastTurn
    await preparer[Symbol.asyncDispose]()
  }

  return { batchRowsMax: options.batchRowsMax, accept, inOneTurn, tryOut, receipt, recover, close }
}

async function take(rows: AsyncIterable<RawRow> | Iterable<RawRow>, max: number): Promise<RawRow[]> {
  const taken: RawRow[] = []
  for await (const row of rows) {
    if (taken.length === max) {
      fail(
        'BATCH_TOO_LARGE',
        '',
        `A batch holds at most ${max} records`,
        'Send it in parts; the command `tweeluik import` does so by itself',
      )
    }
    taken.push(row)
  }
  if (taken.length === 0) fail('EMPTY_BATCH', '', 'There is no record in it', 'Send at least one record')
  return taken
}
