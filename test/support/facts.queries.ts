import { columnName, type FactName, facts } from '@tweeluik/schema/facts'
import type { Sql, TransactionSql } from '../../packages/api/src/db/pools.ts'

type Row = Readonly<Record<string, unknown>>

/** Of one statement. */
const PARAMETERS_MAX = 65_534

/** Rows as they are, past all loading; every row has the same columns. */
export async function insertRows(owner: Sql | TransactionSql, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const values = rows.map(row => Object.fromEntries(columns.map(column => [columnName(column), row[column] ?? null])))
  const rowsAtOnce = Math.floor(PARAMETERS_MAX / Math.max(1, columns.length))
  for (let at = 0; at < values.length; at += rowsAtOnce) {
    await owner`/* insertRows */ insert into ${owner(table)} ${owner(values.slice(at, at + rowsAtOnce))}`
  }
}

export const insertFacts = (owner: Sql | TransactionSql, fact: FactName, rows: readonly Row[]): Promise<void> =>
  insertRows(owner, facts[fact].spec.table, rows)

export async function clearFacts(owner: Sql): Promise<void> {
  await owner`/* clearFacts */ truncate contacts, contact_events, sla_targets, feedback, surveys, quality_reviews, interactions, journeys, orders, refunds, investments, customer_days, lifetime_fits, exchange_rates, triggers, touchpoints, journey_maps, rollup, rollup_gaps, rollup_delta, ingest_batches, rederivations`
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
