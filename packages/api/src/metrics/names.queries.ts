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

/** What the rates of triggers are per, as the exposure that is asked: of those that say so. */
export function selectRatePer(sql: TransactionSql) {
  return sql<{ id: string; exposure: string }[]>`/* ratePer */
    select id, upper(rate_per) as exposure from triggers where rate_per is not null`
}
