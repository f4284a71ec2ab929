import type { TransactionSql } from '../../db/pools.ts'

/** Under which ids senders know these customers, of the brands that the reader sees. */
export function selectIdentities(sql: TransactionSql, customerIds: readonly string[]) {
  return sql`/* identitiesOfCustomers */
    select customer_id as "customerId", source, external_id as "externalId" from customer_identities
    where customer_id = any(${[...customerIds]}::uuid[]) order by source, external_id`
}
