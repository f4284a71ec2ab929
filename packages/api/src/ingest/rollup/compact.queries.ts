import type { FactName } from '@tweeluik/schema/facts'
import type { Sql, TransactionSql } from '../../db/pools.ts'
import type { StoredPart, StoredSketch } from '../../db/rollup-parts.queries.ts'
import { CELL, gapCells, gapsOfDeltas, lengthOf, sumCells, sumsOfDeltas } from './delta.queries.ts'
import { noteValues } from './sketches.queries.ts'

const positions = (length: number) => Array.from({ length }, (_, index) => index + 1)

/** Adds sums to their cells. Sorted by cell, as every upsert here. */
const addSums = (cells: string, length: number) => `
    insert into rollup (${CELL}, sums)
    select * from (${cells}) cells (${CELL}, sums) order by ${CELL}
    on conflict on constraint rollup_cell do update set sums = array[${positions(length)
      .map(at => `coalesce(rollup.sums[${at}], 0) + coalesce(excluded.sums[${at}], 0)`)
      .join(', ')}]`

/** Folds every visible delta of a fact's sums into its cells, and notes the values that came or went with them. */
export async function foldSums(
  sql: TransactionSql,
  fact: FactName,
  stored: readonly StoredPart[],
  sketches: readonly StoredSketch[],
): Promise<number> {
  const rows = sumsOfDeltas(fact, 'gone', stored)
  const noted = sketches.length > 0 ? `, noted as (${noteValues(fact, rows, stored, sketches)})` : ''
  const folded = await sql.unsafe(`/* foldSums */
    with gone as (delete from rollup_delta where fact = '${fact}' and part is null returning *)${noted}
    ${addSums(sumCells(fact, rows, stored), lengthOf(fact, stored))}`)
  return folded.count
}

/** Adds the sums of rows, as `sumsOfRows` gives them, to the cells of the fact, at once. */
export async function addSumsOf(
  sql: TransactionSql,
  fact: FactName,
  rows: string,
  stored: readonly StoredPart[],
): Promise<void> {
  await sql.unsafe(`/* addSums */ ${addSums(sumCells(fact, rows, stored), lengthOf(fact, stored))}`)
}

/** A place for differences to cells of gaps while they are folded. */
export async function createGapChanges(sql: TransactionSql): Promise<void> {
  await sql`/* createGapChanges */
    create temp table if not exists gap_changes (fact text, dimensions text, day date, brand text, currency text, d1 text, d2 text,
      d3 text, part text, gap_days int, n bigint) on commit delete rows`
}

/** Takes every visible delta of a fact's gaps away and keeps what they come to. */
export async function takeGapChanges(sql: TransactionSql, fact: FactName): Promise<void> {
  await sql.unsafe(`/* takeGapChanges */
    with gone as (delete from rollup_delta where fact = '${fact}' and part is not null returning *)
    insert into gap_changes ${gapCells(fact, gapsOfDeltas(fact, 'gone'))}`)
}

/** Keeps what the gaps of rows, as `gapsOfRows` gives them, come to. */
export async function noteGapsOf(sql: TransactionSql, fact: FactName, rows: string): Promise<void> {
  await sql.unsafe(`/* noteGaps */ insert into gap_changes ${gapCells(fact, rows)}`)
}

/** Takes away what was kept. */
export async function forgetGapChanges(sql: TransactionSql): Promise<void> {
  await sql`/* forgetGapChanges */ delete from gap_changes`
}

/** A cell of gaps with the differences to it. */
export interface GapChange {
  fact: string
  dimensions: string
  day: string
  brand: string
  currency: string | null
  d1: string | null
  d2: string | null
  d3: string | null
  part: string
  /** As folded so far. Null: the cell is new. */
  survivors: number[] | null
  /** The difference in the number of those without a gap. */
  without: number
  /** Gaps in days, ascending, with the difference in the number that have them. Null: none. */
  gaps: number[] | null
  counts: number[] | null
}

/** What the differences that were kept of one fact and dimension set come to, beside the cells as they are. */
export async function gapChanges(sql: TransactionSql, fact: FactName, dimensions: string): Promise<GapChange[]> {
  return await sql.unsafe<GapChange[]>(
    `/* gapChanges */
    with changes as materialized (
      select ${CELL}, part, coalesce(sum(n) filter (where gap_days is null), 0)::int as without,
        array_agg(gap_days order by gap_days) filter (where gap_days > 0) as gaps,
        array_agg(n::int order by gap_days) filter (where gap_days > 0) as counts
      from gap_changes where fact = $1 and dimensions = $2
      group by ${CELL}, part
    )
    select c.*, old.survivors
    from changes c
    left join rollup_gaps old
      on old.fact = c.fact and old.dimensions = c.dimensions and old.part = c.part and old.day = c.day and old.brand = c.brand
      and old.currency is not distinct from c.currency
      and old.d1 is not distinct from c.d1 and old.d2 is not distinct from c.d2 and old.d3 is not distinct from c.d3
    order by ${CELL.split(', ')
      .map(name => `c.${name}`)
      .join(', ')}, c.part`,
    [fact, dimensions],
  )
}

/** Writes cells whose `survivors` are new. */
export async function writeGapCells(
  sql: TransactionSql,
  cells: readonly (GapChange & { survivors: number[] })[],
): Promise<void> {
  const pick = <Key extends keyof GapChange>(key: Key) => cells.map(cell => cell[key]) as string[]
  const survivors = cells.map(cell => `{${cell.survivors.join(',')}}`)
  await sql`/* writeGapCells */
    insert into rollup_gaps (fact, dimensions, day, brand, currency, d1, d2, d3, part, survivors)
    select fact, dimensions, day::date, brand, currency, d1, d2, d3, part, survivors::int[]
    from unnest(${pick('fact')}::text[], ${pick('dimensions')}::text[], ${pick('day')}::text[], ${pick('brand')}::text[],
      ${pick('currency')}::text[], ${pick('d1')}::text[], ${pick('d2')}::text[], ${pick('d3')}::text[], ${pick('part')}::text[],
      ${survivors}::text[]) c(fact, dimensions, day, brand, currency, d1, d2, d3, part, survivors)
    on conflict on constraint rollup_gaps_cell do update set survivors = excluded.survivors`
}

/**
 * One compactor, rebuild or audit at a time; loads go on. A lock of a table, since that alone is waited for before a
 * transaction begins to see: what the one before it did is then seen whole.
 */
export async function lockRollups(sql: TransactionSql): Promise<void> {
  await sql`/* lockRollups */ lock table rollup_parts in share update exclusive mode`
}

/** How many deltas there are, counted up to a limit. */
export async function deltaSize(sql: { unsafe: TransactionSql['unsafe'] }, limit: number): Promise<number> {
  const [row] = await sql.unsafe<{ n: number }[]>(
    `/* deltaSize */ select count(*)::int as n from (select from rollup_delta limit $1) few`,
    [limit],
  )
  return row?.n ?? 0
}

/** How many deltas there are as the server keeps count by itself, at once but a second late. */
export async function deltaSizeKept(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`/* deltaSizeKept */
    select pg_stat_get_live_tuples('rollup_delta'::regclass)::int as n`
  return row?.n ?? 0
}
