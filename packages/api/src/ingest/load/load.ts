import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import { type StoredPart, storedParts } from '../../db/rollup-parts.queries.ts'
import type { IdentityRules } from '../identity/rules.ts'
import { positionOf, slotOf } from '../prepare/places.ts'
import { recordTables } from '../record-tables.ts'
import { noteBrands } from './brands.queries.ts'
import { type LateRejection, loadCatalogue } from './catalogue.ts'
import { catalogueInUse, type DeriveSettings } from './derive.queries.ts'
import { type ActionCount, type Arrival, countActions } from './facts.queries.ts'
import { factLoadOf } from './facts.ts'
import { loadCustomers } from './load-customers.ts'
import { loadFacts } from './load-facts.ts'
import { insertNotices } from './notices.queries.ts'
import { type Notice, noticesOf } from './notices.ts'
import { fillStage, markOlder, stageName, stampVersions } from './stage.queries.ts'

/** By what the organisation wants its records loaded. */
export interface LoadSettings extends Omit<DeriveSettings, 'inUse'>, Partial<IdentityRules> {
  defaultBrand: string
}

/** A batch and what is loaded of it. */
export interface BatchToLoad extends Arrival {
  /** Valid rows as COPY text. */
  copy: Uint8Array
  /** Places of rows that another row of the batch is newer than. They name customers and tell what these once were. */
  superseded: readonly number[]
}

export interface LoadTask {
  kind: RecordKind
  /** No two with the same record; of a kind that is no fact there is one. */
  batches: readonly BatchToLoad[]
  settings: LoadSettings
}

/** What became of the rows of one batch. */
export interface LoadResult {
  created: number
  updated: number
  unchanged: number
  waiting: number
  /** Rows that only the database could judge. Their text is filled in by the caller. */
  rejections: LateRejection[]
  notices: Notice[]
}

/** Of a kind of which several batches may be loaded as one. */
export const isLoadedTogether = (kind: RecordKind) => factLoadOf(kind) !== null

/** What every step of a load works with. */
export interface Loading {
  sql: TransactionSql
  parts: readonly StoredPart[]
  settings: LoadSettings & DeriveSettings
  /** What is due by now and has not come is late. */
  at: Date
  /** Tables whose books have been written in, in this transaction. */
  used: Set<string>
}

export const startLoading = async (
  sql: TransactionSql,
  settings: LoadSettings,
  at: Date = new Date(),
): Promise<Loading> => ({
  sql,
  settings: { ...settings, inUse: await catalogueInUse(sql) },
  at,
  parts: await storedParts(sql),
  used: new Set(),
})

/**
 * Loads batches of one kind inside the caller's transaction: data, what is derived from it, and the differences to every
 * figure become visible together or not at all. Loads run one at a time, so no neighbour changes under the hand.
 */
export async function loadBatches(
  sql: TransactionSql,
  task: LoadTask,
): Promise<{ results: LoadResult[]; brandsAdded: number }> {
  const loading = await startLoading(sql, task.settings)
  const stage = stageName(task.kind)
  await fillStage(
    sql,
    task.kind,
    task.batches.map(({ copy }) => copy),
  )
  const superseded = task.batches.flatMap(batch => batch.superseded)
  if (superseded.length > 0) await markOlder(sql, task.kind, superseded)
  const loaded = await loadStaged(loading, task)
  const results = task.batches.map(({ slot }) => resultOf(loaded, slot))
  for (const [index, { id }] of task.batches.entries()) await insertNotices(sql, id, results[index]?.notices ?? [])
  return { results, brandsAdded: await noteBrands(sql, stage) }
}

function resultOf({ rejections, notices, actions }: Loaded, slot: number): LoadResult {
  const own = actions.filter(action => action.slot === slot)
  const count = (...names: string[]) => own.reduce((sum, { action, n }) => sum + (names.includes(action) ? n : 0), 0)
  return {
    created: count('new', 'created', 'buried'),
    updated: count('updated', 'deleted'),
    unchanged: count('equal', 'older'),
    waiting: count('waiting'),
    rejections: ofBatch(rejections, slot),
    notices: ofBatch(notices, slot),
  }
}

/** Those that have their place in this batch, with their position in it. */
const ofBatch = <Told extends { position: number }>(all: readonly Told[], slot: number): Told[] =>
  all
    .filter(({ position }) => slotOf(position) === slot)
    .map(told => ({ ...told, position: positionOf(told.position) }))

interface Loaded {
  rejections: LateRejection[]
  notices: Notice[]
  actions: ActionCount[]
}

/** Places of the staged rows stand where their positions do. */
async function loadStaged(loading: Loading, { kind, batches }: LoadTask): Promise<Loaded> {
  const { sql } = loading
  const load = factLoadOf(kind)
  if (load) {
    const loaded: Loaded = { rejections: [], notices: [], actions: [] }
    await loadFacts(loading, load, batches, async () => {
      loaded.actions = await countActions(sql, `next_${load.table}`)
      loaded.notices = await noticesOf(sql, kind)
    })
    return loaded
  }
  const [batch] = batches
  if (!batch || batches.length > 1) throw new Error(`${kind} are loaded batch by batch`)
  await stampVersions(sql, kind, batch)
  const rejections = recordTables[kind].form === 'catalogue' ? await loadCatalogue(sql, kind) : []
  if (kind === 'customers') await loadCustomers(loading)
  return { rejections, notices: [], actions: await countActions(sql, stageName(kind)) }
}
