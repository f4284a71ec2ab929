import type { Sql } from '../../db/pools.ts'
import { type Chosen, selectBatches, selectRejected } from './rejected.queries.ts'
import { lineOf, sentRows } from './sent-rows.ts'

const ROWS_MAX = 5_000

/**
 * The chosen rows as they were sent, a line of NDJSON each, in the order in which they came. With `reasons` each stands
 * as `record` beside where it came in and why it was refused.
 */
export async function* exportRejected(
  sql: Sql,
  chosen: Chosen,
  reasons = false,
): AsyncGenerator<string, void, undefined> {
  for (const batch of await selectBatches(sql, chosen)) {
    const sent = await sentRows(sql, batch)
    for (let after = -1; ; ) {
      const rows = await selectRejected(sql, { ...chosen, batch }, after, ROWS_MAX)
      for (const row of rows) {
        const { line, position, source, kind, code, path, message, fix } = row
        const told = { batchId: batch, line, position, source, kind, code, path, message, fix }
        const record = lineOf(row, sent)
        yield reasons ? `${JSON.stringify(told).slice(0, -1)},"record":${record}}\n` : `${record}\n`
        after = row.position
      }
      if (rows.length < ROWS_MAX) break
    }
  }
}
