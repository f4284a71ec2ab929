import type { TransactionSql } from '../../db/pools.ts'

/**
 * Under which ids senders know these customers, of the brands that the reader sees. The ids are personal data: many a
 * sender knows its customers by their address.
 */
export function selectIdentities(sql: TransactionSql, customerIds: readonly string[], seesPersonalData: boolean) {
  const externalId = sql.unsafe(seesPersonalData ? 'external_id' : 'null')
  return sql`/* identitiesOfCustomers */
    select id, customer_id as "customerId", source, ${externalId} as "externalId" from customer_identities
    where customer_id = any(${[...customerIds]}::uuid[]) order by source, external_id`
}

/** The merges and undone merges of identities of these customers, the newest first. Who did it is personal data. */
export function selectMerges(sql: TransactionSql, customerIds: readonly string[], seesPersonalData: boolean) {
  const person = (column: string) => sql.unsafe(seesPersonalData ? column : 'null')
  return sql`/* mergesOfCustomers */
    select i.customer_id as "customerId", m.id, m.rule, m.merged_at as "mergedAt", ${person('m.merged_by')} as "mergedBy",
      m.undone_at as "undoneAt", ${person('m.undone_by')} as "undoneBy", m.identity_id as "identityId", m.other_identity_id as "otherIdentityId",
      one.source as "oneSource", ${person('one.external_id')} as "oneExternalId", one.customer_id as "oneCustomerId",
      other.source as "otherSource", ${person('other.external_id')} as "otherExternalId", other.customer_id as "otherCustomerId"
    from (
      select i.customer_id, m.id from customer_identities i join customer_merges m on m.identity_id = i.id where i.customer_id = any(${[...customerIds]}::uuid[])
      union
      select i.customer_id, m.id from customer_identities i join customer_merges m on m.other_identity_id = i.id where i.customer_id = any(${[...customerIds]}::uuid[])
    ) i
      join customer_merges m on m.id = i.id
      join customer_identities one on one.id = m.identity_id
      join customer_identities other on other.id = m.other_identity_id
    order by m.merged_at desc, m.id`
}

/** Which customers identities belong to that gave customers their ids before they were merged into others. */
export function selectMergedInto(sql: TransactionSql, ids: readonly string[]) {
  return sql`/* mergedInto */
    select id, customer_id as "customerId" from customer_identities where id = any(${[...ids]}::uuid[]) and customer_id <> id`
}
