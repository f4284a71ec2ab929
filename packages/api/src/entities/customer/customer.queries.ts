import type { TransactionSql } from '../../db/pools.ts'

/**
 * Under which ids senders know these customers, of the brands that the reader sees. The ids are personal data: many a
 * sender knows its customers by their address.
 */
export function selectIdentities(sql: TransactionSql, customerIds: readonly string[], seesPersonalData: boolean) {
  const externalId = sql.unsafe(seesPersonalData ? 'external_id' : 'null')
  return sql`/* identitiesOfCustomers */
    select customer_id as "customerId", source, ${externalId} as "externalId" from customer_identities
    where customer_id = any(${[...customerIds]}::uuid[]) order by source, external_id`
}
