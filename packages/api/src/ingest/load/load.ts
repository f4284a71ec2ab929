import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import { type StoredPart, storedParts } from '../../db/rollup-parts.queries.ts'
import { recordTables } from '../record-tables.ts'
import { noteBrands } from './brands.queries.ts'
import { type LateRejection, loadCatalogue } from './catalogue.ts'
import type { DeriveSettings } from './derive.queries.ts'
import { countActions } from './facts.queries.ts'
import { factLoadOf } from './facts.ts'
import { loadCustomers } from './load-customers.ts'
import { loadFacts } from './load-facts.ts'
import { insertNotices } from './notices.queries.ts'
import { type Notice, noticesOf } from './notices.ts'
import { fillStage, markOlder, stageName, stampVersions } from './stage.queries.ts'

/** By what the organisation wants its records loaded. */
export interface LoadSettings extends DeriveSettings {
  defaultBrand: string
}

export interface LoadTask {
  kind: RecordKind
  batchId: string
  receivedAt: Date
  /** Of the batch in the inbox. */
  sequence: number
  /** Valid rows as COPY text. */
  copy: Uint8Array
  /** Positions of rows that another row of the batch is newer than. They name customers and tell what these once were. */
  superseded: readonly number[]
  settings: LoadSettings
}

export interface LoadResult {
  created: number
  updated: number
  unchanged: number
  waiting: number
  /** Rows that only the database could judge. Their text is filled in by the caller. */
  rejections: LateRejection[]
  notices: Notice[]
  brandsAdded: number
}

/** What every step of a load works with. */
export interface Loading {
  sql: TransactionSql
  parts: readonly StoredPart[]
  settings: LoadSettings
  /** Tables whose books have been written in, in this transaction. */
  used: Set<string>
}

export const startLoading = async (sql: TransactionSql, settings: LoadSettings): Promise<Loading> => ({
  sql,
  settings,
  parts: await storedParts(sql),
  used: new Set(),
})

/**
 * Loads one batch inside the caller's transaction: data, what is derived from it, and the differences to every figure
 * become visible together or not at all. Loads run one at a time, so no neighbour changes under the hand.
 */
export async function loadBatch(sql: TransactionSql, task: LoadTask): Promise<LoadResult> {
  const loading = await startLoading(sql, task.settings)
  const stage = stageName(task.kind)
  await fillStage(sql, task.kind, task.copy)
  if (task.superseded.length > 0) await markOlder(sql, task.kind, task.superseded)
  const { rejections, notices, actions } = await loadStaged(loading, task)
  const count = (...names: string[]) => names.reduce((sum, name) => sum + (actions[name] ?? 0), 0)
  await insertNotices(sql, task.batchId, notices)
  return {
    created: count('new', 'created', 'buried'),
    updated: count('updated', 'deleted'),
    unchanged: count('equal', 'older'),
    waiting: count('waiting'),
    rejections,
    notices,
    brandsAdded: await noteBrands(sql, stage),
  }
}

interface Loaded {
  rejections: LateRejection[]
  notices: Notice[]
  /** How many rows went each way. */
  actions: Record<string, number>
}

async function loadStaged(loading: Loading, task: LoadTask): Promise<Loaded> {
  const { sql } = loading
  const { kind, receivedAt, sequence } = task
  const load = factLoadOf(kind)
  if (load) {
    const loaded: Loaded = { rejections: [], notices: [], actions: {} }
    await loadFacts(loading, load, task, async () => {
      loaded.actions = await countActions(sql, `next_${load.table}`)
      loaded.notices = await noticesOf(sql, kind)
    })
    return loaded
  }
  await stampVersions(sql, kind, receivedAt, sequence)
  const rejections = recordTables[kind].form === 'catalogue' ? await loadCatalogue(sql, kind) : []
  if (kind === 'customers') await loadCustomers(loading)
  return { rejections, notices: [], actions: await countActions(sql, stageName(kind)) }
}
