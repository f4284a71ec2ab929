import type { PendingQuery, Row } from 'postgres'
import type { Sql, TransactionSql } from '../db/pools.ts'

interface Moment {
  now: Date
  timeZone: string
}

const pending = (sql: Sql | TransactionSql) => sql`
  select received_at as at from ingest_batches where state in ('queued', 'loading')
  union all select requested_at from rederivations`

/** Up to when everything that was received is in the figures. */
export function selectAsOf(sql: Sql | TransactionSql, now: Date) {
  return sql<[{ asOf: Date }]>`/* asOf */
    select least(min(at), ${now}::timestamptz) as "asOf" from (${pending(sql)}) pending`
}

/** The organisation's day of `asOf`, as one row `today`. */
export function todayOf(sql: TransactionSql, { now, timeZone }: Moment): PendingQuery<Row[]> {
  return sql`/* today */
    select (least(min(at), ${now}::timestamptz) at time zone ${timeZone})::date as today from (${pending(sql)}) pending`
}

/** Where the parts stand that every cell has. */
export function selectReadyParts(sql: TransactionSql) {
  return sql<{ fact: string; part: string; position: number }[]>`/* readyParts */
    select fact, part, position from rollup_parts where ready`
}
