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

/** Which sum stands where, as the database has it. */
export async function storedParts(sql: Sql | TransactionSql): Promise<StoredPart[]> {
  return await sql<StoredPart[]>`/* storedParts */ select fact, part as key, position, ready from rollup_parts
    where store = 'sums' order by fact, position`
}

export interface StoredSketch {
  fact: FactName
  key: string
  /** Of the sum of its values. */
  position: number
  /** Days from this one on are kept by themselves too. */
  daysFrom: string
  /** Whether every cell has them. */
  ready: boolean
}

/** Which values are kept in buckets. */
export async function storedSketches(sql: Sql | TransactionSql): Promise<StoredSketch[]> {
  return await sql<StoredSketch[]>`/* storedSketches */
    select fact, part as key, position, days_from as "daysFrom", ready from rollup_parts where store = 'sketches' order by fact, position`
}

/** Whether a part of any kind has still to be computed. */
export async function isAnyUnready(sql: Sql): Promise<boolean> {
  const [row] = await sql<[{ unready: boolean }]>`/* isAnyUnready */
    select exists (select from rollup_parts where not ready) as unready`
  return row.unready
}

/** Nothing happens to a part that is there. */
export async function insertPart(sql: Sql, fact: FactName, key: string): Promise<void> {
  await sql`/* insertPart */
    insert into rollup_parts (fact, part, store, position, ready)
    select ${fact}, ${key}, 'sums',
      (select coalesce(max(position), 0) + 1 from rollup_parts where fact = ${fact}),
      ${hasNoRows(sql, fact)}
    on conflict do nothing`
}

/** Nothing happens to a sketch that is there. */
export async function insertSketch(sql: Sql, fact: FactName, key: string, sum: string): Promise<void> {
  await sql`/* insertSketch */
    insert into rollup_parts (fact, part, store, position, ready, days_from)
    select ${fact}, ${key}, 'sketches', (select position from rollup_parts where fact = ${fact} and part = ${sum}),
      ${hasNoRows(sql, fact)},
      coalesce((select max(days_from) from rollup_parts where fact = ${fact} and store = 'sketches'), '1900-01-01')
    on conflict do nothing`
}

/** Gaps whose definition is another than before have to be computed anew; those kept by the old one are not read. */
export async function registerGap(sql: Sql, fact: FactName, name: string, definition: string): Promise<void> {
  await sql`/* registerGap */
    insert into rollup_parts (fact, part, store, position, definition, ready)
    select ${fact}, ${name}, 'gaps', 0, ${definition}, ${hasNoRows(sql, fact)}
    on conflict (fact, part) do update set definition = excluded.definition, ready = excluded.ready
      where rollup_parts.definition <> excluded.definition`
}

/** Nothing happens to a set that is there. One that comes later has no cells until they are computed. */
export async function insertSet(sql: Sql, fact: FactName, name: string, dimensions: string): Promise<void> {
  const hasCells = (table: string) =>
    sql`exists (select from ${sql(table)} where fact = ${fact} and dimensions = ${dimensions})`
  await sql`/* insertSet */
    insert into rollup_parts (fact, part, store, position, ready)
    select ${fact}, ${name}, 'sets', 0, ${hasNoRows(sql, fact)} or ${hasCells('rollup')} or ${hasCells('rollup_gaps')}
    on conflict do nothing`
}

const hasNoRows = (sql: Sql, fact: FactName) => sql`not exists (select from ${sql(facts[fact].spec.table)})`

/** Of the greatest row that a page of 8 kB takes. */
const ROW_BYTES_MAX = 8160

/** Long gaps are read by the element, and each look would unpack all of them: what fits a page is not packed. */
export async function keepGapsUnpacked(sql: Sql): Promise<void> {
  const option = `toast_tuple_target=${ROW_BYTES_MAX}`
  const [table] = await sql<[{ isSo: boolean }]>`/* gapsUnpacked */
    select coalesce(${option} = any(reloptions), false) as "isSo" from pg_class where oid = 'rollup_gaps'::regclass`
  if (!table.isSo) await sql.unsafe(`/* keepGapsUnpacked */ alter table rollup_gaps set (${option})`)
}

/** Forgets days before this one in what is kept by the day. */
export async function forgetDays(sql: TransactionSql, fact: FactName, before: string): Promise<void> {
  await sql`/* forgetDays */ delete from rollup_sketches where fact = ${fact} and grain = 'day' and day < ${before}`
  await sql`/* noteDaysFrom */
    update rollup_parts set days_from = ${before} where fact = ${fact} and store = 'sketches' and days_from < ${before}`
}

/** Whether gaps of a fact have still to be computed. */
export async function isAnyGapUnready(sql: TransactionSql, fact: FactName): Promise<boolean> {
  const [row] = await sql<[{ unready: boolean }]>`/* isAnyGapUnready */
    select exists (select from rollup_parts where fact = ${fact} and store = 'gaps' and not ready) as unready`
  return row.unready
}

/** Every cell now has all parts of a fact. */
export async function markReady(sql: Sql | TransactionSql, fact: FactName): Promise<void> {
  await sql`/* markReady */ update rollup_parts set ready = true where fact = ${fact} and not ready`
}
