import { columnName, type FactName, facts } from '@tweeluik/schema/facts'
import type { Sql, TransactionSql } from '../../packages/api/src/db/pools.ts'

/** Rows of one fact as they are, past all loading; every row has the same columns. */
export async function insertFacts(
  owner: Sql | TransactionSql,
  fact: FactName,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map(row => Object.fromEntries(columns.map(column => [columnName(column), row[column] ?? null])))
  if (values.length > 0) await owner`/* insertFacts */ insert into ${owner(facts[fact].spec.table)} ${owner(values)}`
}

export async function clearFacts(owner: Sql): Promise<void> {
  await owner`/* clearFacts */ truncate contacts, feedback, orders, refunds, customer_days, rollup, rollup_gaps, rollup_delta, ingest_batches, rederivations`
}

/** A delivery as it stands before or after it was loaded. */
export async function insertBatch(
  owner: Sql,
  { receivedAt, state }: { receivedAt: string; state: string },
): Promise<void> {
  await owner`/* insertBatch */
    insert into ingest_batches (id, source, kind, received_at, state, received)
    values (gen_random_uuid(), 'test', 'contacts', ${receivedAt}, ${state}, 1)`
}

/** Whether every cell of a fact has every part of it. */
export async function setReady(owner: Sql, fact: FactName, ready: boolean): Promise<void> {
  await owner`/* setReady */ update rollup_parts set ready = ${ready} where fact = ${fact}`
}
