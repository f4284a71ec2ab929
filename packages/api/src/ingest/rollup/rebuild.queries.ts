import { type AnyFact, columnName, type FactName, facts } from '@tweeluik/schema/facts'
import type { Sql, TransactionSql } from '../../db/pools.ts'
import { clearSketches } from './sketches.queries.ts'
import type { Extent, Slice } from './slices.ts'

const anchorsOf = ({ anchors }: AnyFact['spec']) => [...new Set(Object.values<string>(anchors))].map(columnName)

export async function extentOf(sql: Sql, fact: FactName): Promise<Extent> {
  const { spec } = facts[fact]
  const days = anchorsOf(spec).join(', ')
  const [extent] = await sql.unsafe<[Omit<Extent, 'isWhole'>]>(`/* extent */
    select count(*)::int as rows, min(least(${days})) as first, max(greatest(${days})) as last from ${spec.table}`)
  return { ...extent, isWhole: spec.perBrandAndAll }
}

/** A fact's rows that count on a day of the slice, as additions: the source that a recompute reads. */
export function rowsIn(fact: FactName, { from, to }: Slice): string {
  const { spec } = facts[fact]
  const counts = anchorsOf(spec).map(day => `(f.${day} >= '${from}' and f.${day} < '${to}')`)
  return `(select f.*, 1 as sign from ${spec.table} f where ${counts.join(' or ')})`
}

/** Of rows with a day `at_day` those on a day of the slice. */
export const onDays = (rows: string, { from, to }: Slice): string =>
  `select * from (${rows}) r where r.at_day >= '${from}' and r.at_day < '${to}'`

/** Takes a slice's cells away. */
export async function clearCells(sql: TransactionSql, fact: FactName, slice: Slice): Promise<void> {
  const ofSlice = sql`fact = ${fact} and day >= ${slice.from} and day < ${slice.to}`
  await sql`/* clearSums */ delete from rollup where ${ofSlice}`
  await sql`/* clearGaps */ delete from rollup_gaps where ${ofSlice}`
  await clearSketches(sql, fact, slice)
}
