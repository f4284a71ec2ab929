import type { Day } from '@tweeluik/schema'
import type { TransactionSql } from '../../db/pools.ts'
import { asSent, type DeriveSettings, derivationOf } from './derive.queries.ts'
import type { FactLoad } from './facts.ts'

/** Which facts are to be derived anew: under what changed, or where it is concerned. */
export type Rederivation = { id: string; fromDay: Day; toDay: Day } & (
  | { what: 'cost'; where: { team?: string; channel?: string } }
  | { what: 'stage'; where: { touchpoints: string } }
  | { what: 'cause'; where: { triggers: string } }
  | { what: 'window'; where: { maps: string } }
  | { what: 'promise' | 'session'; where: Record<string, never> }
)

/** The oldest piece of derivation to be done that no other server has in hand. */
export async function nextRederivation(sql: TransactionSql): Promise<Rederivation | null> {
  const [row] = await sql<Rederivation[]>`/* nextRederivation */
    select id, what, from_day as "fromDay", to_day as "toDay", "where" from rederivations
    order by requested_at, id limit 1 for update skip locked`
  return row ?? null
}

export async function advanceRederivation(sql: TransactionSql, id: string, fromDay: Day): Promise<void> {
  await sql`/* advanceRederivation */ update rederivations set from_day = ${fromDay} where id = ${id}`
}

export async function finishRederivation(sql: TransactionSql, id: string): Promise<void> {
  await sql`/* finishRederivation */ delete from rederivations where id = ${id}`
}

/** Which rows of a slice are looked at. */
export interface Slice {
  /** The column of the day. */
  column: string
  fromDay: Day
  /** Not included. */
  toDay: Day
  /** By column, the values one of which a row has. */
  among: Readonly<Record<string, readonly string[]>>
}

/** Touches the rows of a slice that would come out otherwise if they were derived now. */
export async function touchStale(
  sql: TransactionSql,
  load: FactLoad,
  settings: DeriveSettings,
  { column, fromDay, toDay, among }: Slice,
): Promise<void> {
  const { joins, columns } = derivationOf(load, settings, 'true')
  const names = Object.keys(columns)
  const conditions = Object.keys(among).map((name, index) => `and f.${name}::text = any($${index + 3}::text[])`)
  await sql.unsafe(
    `/* touchStale */
    insert into touched_${load.table} (customer_id, id)
    select f.customer_id, f.id
    from (select ${asSent(load)}, ${names.map(name => `f.${name} as "stored_${name}"`).join(', ')} from ${load.table} f
      where f.${column} >= $1 and f.${column} < $2 ${conditions.join(' ')}) f
    ${joins}
    where (${names.map(name => `"stored_${name}"`).join(', ')}) is distinct from (${Object.values(columns).join(', ')})
    on conflict do nothing`,
    [fromDay, toDay, ...(Object.values(among) as string[][])],
  )
}
