import { nobodyId } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import { type StoredPart, storedParts } from '../../db/rollup-parts.queries.ts'
import type { Rejection } from '../prepare/prepare.ts'
import { appendDelta } from '../rollup/delta.queries.ts'
import { noteBrands } from './brands.queries.ts'
import { costStage, deriveGaps, touchNeighbours } from './contact.queries.ts'
import { loadCostRates } from './cost-rates.ts'
import { createDayTables, findChangedDays, touchDaysOf, writeDays } from './customer-days.queries.ts'
import {
  decideIdentities,
  ensureCustomers,
  keepVersions,
  stampStage,
  touchBaseDays,
  touchStamped,
  writeCustomers,
  writeIdentities,
} from './customers.queries.ts'
import {
  applyFacts,
  countActions,
  decideFacts,
  forgetImages,
  imageAfter,
  imageBefore,
  stampFacts,
  touchNew,
  touchOld,
  writeHomes,
} from './facts.queries.ts'
import { contactLoad, type FactLoad, factLoads, feedbackLoad, orderLoad } from './facts.ts'
import {
  followContactHome,
  followContactWords,
  followContactWordsInStage,
  moveAnswers,
  orphanedAnswers,
  touchAnswersOfContacts,
} from './feedback.queries.ts'
import { deriveRepeats, imageRefundsBefore, touchRepeats, writeRefunds } from './order.queries.ts'
import { analyzeTable, createImages, fillStage, stageName, stampVersions } from './stage.queries.ts'

export interface LoadTask {
  kind: RecordKind
  receivedAt: Date
  /** Of the batch in the inbox. */
  sequence: number
  /** Valid rows as COPY text. */
  copy: string
  defaultBrand: string
}

export interface LoadResult {
  created: number
  updated: number
  unchanged: number
  /** Rows that only the database could judge. Their text is filled in by the caller. */
  rejections: Omit<Rejection, 'text'>[]
  brandsAdded: number
}

/**
 * Loads one batch inside the caller's transaction: data, what is derived from it, and the differences to every figure
 * become visible together or not at all. Loads run one at a time, so no neighbour changes under the hand.
 */
export async function loadBatch(sql: TransactionSql, task: LoadTask): Promise<LoadResult> {
  await fillStage(sql, task.kind, task.copy)
  await stampVersions(sql, task.kind, task.receivedAt, task.sequence)
  const parts = await storedParts(sql)
  const rejections = await loadKind(sql, task, parts)
  const brandsAdded = await noteBrands(sql, stageName(task.kind))
  const actions = await countActions(sql, stageName(task.kind))
  const count = (...names: string[]) => names.reduce((sum, name) => sum + (actions[name] ?? 0), 0)
  return {
    created: count('created', 'buried'),
    updated: count('updated', 'deleted'),
    unchanged: count('equal', 'older'),
    rejections,
    brandsAdded,
  }
}

async function loadKind(
  sql: TransactionSql,
  task: LoadTask,
  parts: readonly StoredPart[],
): Promise<LoadResult['rejections']> {
  await createDayTables(sql)
  switch (task.kind) {
    case 'customers':
      await loadCustomers(sql, task, parts)
      return []
    case 'cost-rates':
      return await loadCostRates(sql)
    case 'contacts':
      await loadContacts(sql, parts)
      return []
    case 'feedback':
      await loadFeedback(sql, parts)
      return []
    case 'orders':
      await loadOrders(sql, parts)
      return []
  }
}

/** Refunds have no records of their own: they go with their order. */
const refundImage = { fact: 'refund', table: 'refunds' } as const

async function loadCustomers(sql: TransactionSql, task: LoadTask, parts: readonly StoredPart[]): Promise<void> {
  await decideIdentities(sql)
  await keepVersions(sql)
  await writeIdentities(sql, task.defaultBrand)
  await touchBaseDays(sql)
  await writeCustomers(sql)
  await touchBaseDays(sql)
  await finishDays(sql, parts)
  await createImages(sql, refundImage)
  for (const load of factLoads) {
    await createImages(sql, load)
    await touchStamped(sql, load.fact, load.table, load.at)
    if (load === orderLoad) await imageRefundsBefore(sql)
    await rederive(sql, load, parts, async () => {
      await stampFacts(sql, load)
      if (load === orderLoad) await writeRefunds(sql)
    })
  }
  await appendDelta(sql, 'refund', 'image_refund', parts)
}

async function loadContacts(sql: TransactionSql, parts: readonly StoredPart[]): Promise<void> {
  await begin(sql, contactLoad)
  await costStage(sql)
  await touchNeighbours(sql)
  await imageBefore(sql, contactLoad)
  await applyFacts(sql, contactLoad)
  await writeHomes(sql, contactLoad)
  await touchNew(sql, contactLoad)
  await touchNeighbours(sql)
  await imageBefore(sql, contactLoad)
  await analyzeTable(sql, 'touched_contact')
  await deriveGaps(sql)
  await imageAfter(sql, contactLoad)
  await appendDelta(sql, 'contact', 'image_contact', parts)
  await touchDaysOf(sql, 'image_contact')
  await finishDays(sql, parts)
  await createImages(sql, feedbackLoad)
  await touchAnswersOfContacts(sql)
  await rederive(sql, feedbackLoad, parts, async () => {
    const orphans = await orphanedAnswers(sql)
    const homes = orphans.map(({ id, source, externalId }) => ({
      id,
      customerId: nobodyId('feedback', source, externalId),
    }))
    await moveAnswers(sql, feedbackLoad.columns, homes)
    await stampFacts(sql, feedbackLoad)
    await followContactWords(sql)
  })
}

async function loadFeedback(sql: TransactionSql, parts: readonly StoredPart[]): Promise<void> {
  await begin(sql, feedbackLoad)
  await followContactWordsInStage(sql)
  await imageBefore(sql, feedbackLoad)
  await applyFacts(sql, feedbackLoad)
  await writeHomes(sql, feedbackLoad)
  await touchNew(sql, feedbackLoad)
  await imageAfter(sql, feedbackLoad)
  await appendDelta(sql, 'feedback', 'image_feedback', parts)
}

async function loadOrders(sql: TransactionSql, parts: readonly StoredPart[]): Promise<void> {
  await createImages(sql, refundImage)
  await begin(sql, orderLoad)
  await imageRefundsBefore(sql)
  await imageBefore(sql, orderLoad)
  await applyFacts(sql, orderLoad)
  await writeHomes(sql, orderLoad)
  await touchNew(sql, orderLoad)
  await touchRepeats(sql)
  await imageRefundsBefore(sql)
  await imageBefore(sql, orderLoad)
  await analyzeTable(sql, 'touched_order')
  await deriveRepeats(sql)
  await writeRefunds(sql)
  await imageAfter(sql, orderLoad)
  await appendDelta(sql, 'order', 'image_order', parts)
  await appendDelta(sql, 'refund', 'image_refund', parts)
  await touchDaysOf(sql, 'image_order')
  await finishDays(sql, parts)
}

/** Up to the point where it is known which stored rows will change. */
async function begin(sql: TransactionSql, load: FactLoad): Promise<void> {
  await createImages(sql, load)
  await ensureCustomers(sql, stageName(load.records))
  if (load === feedbackLoad) await followContactHome(sql)
  await decideFacts(sql, load)
  await stampStage(sql, stageName(load.records), load.at)
  await touchOld(sql, load)
}

/** Derives touched rows anew and appends what that changes in the figures. */
export async function rederive(
  sql: TransactionSql,
  load: FactLoad,
  parts: readonly StoredPart[],
  derive: () => Promise<void>,
): Promise<void> {
  await imageBefore(sql, load)
  await derive()
  await imageAfter(sql, load)
  await appendDelta(sql, load.fact, `image_${load.fact}`, parts)
  await forgetImages(sql, load)
}

async function finishDays(sql: TransactionSql, parts: readonly StoredPart[]): Promise<void> {
  await analyzeTable(sql, 'touched_days')
  if (!(await findChangedDays(sql))) return
  await Promise.all([analyzeTable(sql, 'changed_groups'), analyzeTable(sql, 'added_days')])
  await writeDays(sql)
  await appendDelta(sql, 'customer_day', 'image_customer_day', parts)
}
