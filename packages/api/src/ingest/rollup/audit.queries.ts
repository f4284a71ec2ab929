import type { FactName } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'
import type { StoredPart } from '../../db/rollup-parts.queries.ts'
import { CELL, gapCells, gapsOfDeltas, gapsOfRows, sumCells, sumsOfDeltas, sumsOfRows } from './delta.queries.ts'
import { onDays, rowsIn } from './rebuild.queries.ts'
import type { Slice } from './slices.ts'
import type { GapDifference } from './survivors.ts'

interface Cell {
  dimensions: string
  day: string
  brand: string
}

/** What was appended on a slice's days since the last fold, as sums. */
export const appendedSums = (fact: FactName, slice: Slice, parts: readonly StoredPart[]): string =>
  onDays(sumsOfDeltas(fact, `(select * from rollup_delta where fact = '${fact}' and part is null) d`, parts), slice)

/** The same as gaps. */
export const appendedGaps = (fact: FactName, slice: Slice): string =>
  onDays(gapsOfDeltas(fact, `(select * from rollup_delta where fact = '${fact}' and part is not null) d`), slice)

/** What the records of a slice's days give, as sums. */
export const recomputedSums = (fact: FactName, slice: Slice, parts: readonly StoredPart[]): string =>
  onDays(sumsOfRows(fact, rowsIn(fact, slice), parts), slice)

/** The same as gaps. */
export const recomputedGaps = (fact: FactName, slice: Slice): string =>
  onDays(gapsOfRows(fact, rowsIn(fact, slice)), slice)

/** Sums at these positions, as stored and as the records give them, of cells where any differs. */
export async function differentSums(
  sql: TransactionSql,
  fact: FactName,
  slice: Slice,
  { parts, audited, limit }: { parts: readonly StoredPart[]; audited: readonly StoredPart[]; limit: number },
): Promise<(Cell & { stored: number[]; recomputed: number[] })[]> {
  const sumsOf = (side: string) =>
    audited.map(({ position }) => `coalesce(sum(sums[${position}]) filter (where ${side}), 0)::bigint`)
  const [stored, recomputed] = [sumsOf('stored'), sumsOf('not stored')]
  return await sql.unsafe(
    `/* differentSums */
    select dimensions, day, brand, array[${stored.join(', ')}] as stored, array[${recomputed.join(', ')}] as recomputed
    from (
      select ${CELL}, sums, true as stored from rollup where fact = $1 and day >= $2 and day < $3
      union all select *, true from (${sumCells(fact, appendedSums(fact, slice, parts), parts)}) a
      union all select *, false from (${sumCells(fact, recomputedSums(fact, slice, parts), parts)}) r
    ) cells
    group by ${CELL}
    having ${stored.map((value, at) => `${value} <> ${recomputed[at]}`).join(' or ')}
    order by dimensions, day, brand limit $4`,
    [fact, slice.from, slice.to, limit],
  )
}

/** A place for the gaps that a fact's deltas and its records give. */
export async function createGivenGaps(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* createGivenGaps */
    create temp table if not exists given_gaps on commit delete rows as
    select null::boolean as stored, ${CELL}, null::text as part, null::int as gap_days, null::bigint as n from rollup with no data`)
}

export async function noteGivenGaps(sql: TransactionSql, fact: FactName, rows: string, stored: boolean): Promise<void> {
  await sql.unsafe(`/* noteGivenGaps */
    insert into given_gaps select ${stored}, * from (${gapCells(fact, rows)}) cells`)
}

interface GapCell extends Cell {
  currency: string | null
  d1: string | null
  d2: string | null
  d3: string | null
  part: string
}

/** What was noted for a slice's days, by cell: what was appended since the last fold, or what the records give. */
export async function givenGaps(
  sql: TransactionSql,
  slice: Slice,
): Promise<(GapCell & GapDifference & { stored: boolean })[]> {
  return await sql.unsafe(
    `/* givenGaps */
    select stored, dimensions, day, brand, currency, d1, d2, d3, part,
      coalesce(sum(n) filter (where gap_days is null), 0)::int as without,
      coalesce(array_agg(gap_days order by gap_days) filter (where gap_days > 0), '{}') as gaps,
      coalesce(array_agg(n::int order by gap_days) filter (where gap_days > 0), '{}') as counts
    from given_gaps where day >= $1 and day < $2 group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
    [slice.from, slice.to],
  )
}

/** The gaps of a slice's cells, as folded. */
export async function foldedGaps(
  sql: TransactionSql,
  fact: FactName,
  slice: Slice,
): Promise<(GapCell & { survivors: number[] })[]> {
  return await sql`/* foldedGaps */
    select dimensions, day, brand, currency, d1, d2, d3, part, survivors from rollup_gaps
    where fact = ${fact} and day >= ${slice.from} and day < ${slice.to}`
}
