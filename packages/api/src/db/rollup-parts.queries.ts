import { type FactName, facts } from '@tweeluik/schema/facts'
import type { Sql, TransactionSql } from './pools.ts'

export interface StoredPart {
  fact: FactName
  key: string
  /** In `rollup.sums`, from 1. */
  position: number
  /** Whether every cell has it. */
  ready: boolean
}

/** Which part stands where, as the database has it. */
export async function storedParts(sql: Sql | TransactionSql): Promise<StoredPart[]> {
  return await sql<
    StoredPart[]
  >`/* storedParts */ select fact, part as key, position, ready from rollup_parts order by fact, position`
}

/** Nothing happens to a part that is there. */
export async function insertPart(sql: Sql, fact: FactName, key: string): Promise<void> {
  await sql`/* insertPart */
    insert into rollup_parts (fact, part, position, ready)
    select ${fact}, ${key},
      (select coalesce(max(position), 0) + 1 from rollup_parts where fact = ${fact}),
      not exists (select from ${sql(facts[fact].spec.table)})
    on conflict do nothing`
}

export async function markReady(sql: TransactionSql, fact: FactName): Promise<void> {
  await sql`/* markReady */ update rollup_parts set ready = true where fact = ${fact} and not ready`
}
