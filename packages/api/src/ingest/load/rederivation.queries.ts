import type { TransactionSql } from '../../db/pools.ts'

export interface Rederivation {
  id: string
  fromDay: string
  /** Not included. Null: to the last contact. */
  toDay: string | null
  where: { team?: string; channel?: string }
}

/** The oldest piece of derivation to be done that no other server has in hand. */
export async function nextRederivation(sql: TransactionSql): Promise<Rederivation | null> {
  const [row] = await sql<Rederivation[]>`/* nextRederivation */
    select id, from_day as "fromDay", to_day as "toDay", "where" from rederivations
    order by requested_at, id limit 1 for update skip locked`
  return row ?? null
}

export async function advanceRederivation(sql: TransactionSql, id: string, fromDay: string): Promise<void> {
  await sql`/* advanceRederivation */ update rederivations set from_day = ${fromDay} where id = ${id}`
}

export async function finishRederivation(sql: TransactionSql, id: string): Promise<void> {
  await sql`/* finishRederivation */ delete from rederivations where id = ${id}`
}
