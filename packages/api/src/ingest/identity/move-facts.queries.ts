import type { TransactionSql } from '../../db/pools.ts'
import { asSent } from '../load/derive.queries.ts'
import type { FactLoad } from '../load/facts.ts'

export async function anyMoved(sql: TransactionSql): Promise<boolean> {
  const [moved] = await sql<{ any: boolean }[]>`/* anyMoved */ select exists (select from moved_identities) as any`
  return moved?.any ?? false
}

/** The facts of identities that are of another customer now, as they were sent, on their way to that one; how many. */
export async function stageMoved(sql: TransactionSql, load: FactLoad): Promise<number> {
  const { table, columns } = load
  const list = columns.map(column => `"${column}"`).join(', ')
  const staged = await sql.unsafe(`/* stageMoved */
    insert into stage_${table} (${list}, position, action)
    select ${columns.map(column => (column === 'customer_id' ? 'to_customer_id' : `"${column}"`)).join(', ')},
      (row_number() over (order by id))::int, 'moved'
    from (
      select ${asSent(load)}, m.to_customer_id from moved_identities m
        join ${table} f on f.customer_id = m.from_customer_id and f.identity_id = m.id
    ) f`)
  return staged.count
}
