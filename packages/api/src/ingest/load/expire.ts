import type { Database, TransactionSql } from '../../db/pools.ts'
import { inboxRows, insertRejections } from '../inbox.queries.ts'
import { unpack } from '../prepare/packed.ts'
import { markMended } from '../rejected/rejected.queries.ts'
import { lockLoads } from './lock.queries.ts'
import { anyExpired, type Expired, takeExpired } from './waiting.queries.ts'

/** So many at once are held in memory. */
const ROWS_MAX = 5_000

/** Rejects what has waited so many days for its contact; gives how many rows. Each is kept whole, to be sent again. */
export async function rejectExpired({ owner }: Database, waitDays: number): Promise<number> {
  if (!(await anyExpired(owner, waitDays))) return 0
  return await owner.begin(async sql => {
    await lockLoads(sql)
    const gone = await takeExpired(sql, waitDays, ROWS_MAX)
    for (const [batchId, rows] of Map.groupBy(gone, row => row.batchId)) await reject(sql, batchId, rows)
    return gone.length
  })
}

async function reject(sql: TransactionSql, batchId: string, rows: readonly Expired[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const stored = await inboxRows(sql, batchId)
  const sent = stored ? unpack(stored.rows) : []
  const rejections = rows.map(({ line, position, text, mended }) => ({
    line,
    position,
    text: mended ?? sent[position]?.text ?? text,
    code: 'REFERENCE_NEVER_CAME',
    path: 'contact',
    message: 'Its contact never came',
    fix: 'Send the contact, then send this row again',
  }))
  await insertRejections(sql, { ...first, id: batchId }, rejections)
  const mended = rows.filter(row => row.mended !== null).map(({ position }) => position)
  if (mended.length > 0) await markMended(sql, batchId, mended)
}
