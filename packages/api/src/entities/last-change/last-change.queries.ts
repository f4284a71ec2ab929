import type { TransactionSql } from '../../db/pools.ts'
import { tableOf } from '../../graphql/source.queries.ts'
import type { NodeKind, Source } from '../../graphql/source.ts'

/** What one load last did to records of a kind. */
export interface LoadedChange {
  kind: NodeKind
  loadNumber: number
  /** How many records it was the last to write, or took away. */
  count: number
  /** One of them. */
  id: string
  deleted: boolean
  /** Null: it came in as no delivery of its own. */
  at: Date | null
  /** Null too: of several. */
  source: string | null
  by: string | null
}

/** Several deliveries may come in as one. */
const ONE_SENDER = "case when count(distinct coalesce(sent_by, '')) = 1 then min(sent_by) end"

/** Who sent what these loads took in. Null: nobody with a token, or several. */
export function selectSenders(sql: TransactionSql, loadNumbers: readonly number[]) {
  return sql`/* senders */
    select load_number as "loadNumber", ${sql.unsafe(ONE_SENDER)} as by
    from ingest_batches where load_number = any(${[...loadNumbers]}::bigint[]) group by load_number`
}

/** The loads that were the last to change any record of these kinds, the newest first. */
export function selectLastChanges(sql: TransactionSql, sources: readonly Source[], limit: number) {
  const each = sources.map(
    source => sql`
      (select ${source.kind} as kind, load_number, count(*) as count, min(id::text) as id, false as deleted
        from ${tableOf(sql, source)} group by load_number order by load_number desc limit ${limit})
      union all
      (select ${source.kind}, load_number, count(distinct id), min(id::text), true
        from departures gone where kind = ${source.kind} and not exists (select from ${tableOf(sql, source)} record where record.id = gone.id)
        group by load_number order by load_number desc limit ${limit})`,
  )
  const all = each.reduce((left, right) => sql`${left} union all ${right}`)
  return sql`/* lastChanges */
    select change.kind, change.load_number as "loadNumber", change.count, change.id, change.deleted, batch.received_at as at, batch.source, batch.by
    from (${all}) change
      left join lateral (
        select min(received_at) as received_at, case when count(distinct source) = 1 then min(source) end as source, ${sql.unsafe(ONE_SENDER)} as by
        from ingest_batches batch where batch.load_number = change.load_number
      ) batch on true
    order by change.load_number desc, change.kind, change.deleted limit ${limit}`
}
