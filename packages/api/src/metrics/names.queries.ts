import type { TransactionSql } from '../db/pools.ts'

/** What the records of the catalogues that questions are grouped by are called, whatever their kind. */
export function selectNames(sql: TransactionSql, ids: readonly string[]) {
  const among = sql`where id = any(${[...ids]}::uuid[])`
  return sql`/* names */
    select id, name from triggers ${among}
    union all select id, name from touchpoints ${among}
    union all select id, name from journey_maps ${among}
    union all select id, external_id from sla_policies ${among}`
}
