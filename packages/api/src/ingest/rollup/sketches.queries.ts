import {
  type AnyFact,
  bucketSql,
  type Dimension,
  deltaDimensions,
  type FactName,
  facts,
  partKey,
  sketchSets,
} from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'
import type { StoredPart, StoredSketch } from '../../db/rollup-parts.queries.ts'
import { sketches } from '../../db/rollup-parts.ts'
import { type Slice, weeksOf } from './slices.ts'

export const sketchesOf = (fact: FactName, stored: readonly StoredSketch[]) =>
  stored.filter(sketch => sketch.fact === fact && sketches.get(fact)?.some(({ key }) => key === sketch.key))

/** A place for values that came or went, while they are folded: what a record has of each kind, in the order of the kinds. */
export async function createValueChanges(sql: TransactionSql): Promise<void> {
  await sql`/* createValueChanges */
    create temp table if not exists value_changes
      (fact text, day date, week date, month date, brand text, d1 text, d2 text, buckets int[], changes int[])
    on commit delete rows`
}

const dimensionIn = (spec: AnyFact['spec'], dimension: Dimension) =>
  sketchSets(spec).some(set => set.includes(dimension))
    ? `dimension_${deltaDimensions(spec).indexOf(dimension) + 1}`
    : 'null'

/**
 * The values of rows that are of one record each, as `sumsOfRows` and `sumsOfDeltas` give them: what such a row adds to a
 * sum is its value, and what it adds to the count whether the value comes or goes.
 * @param kinds as {@link sketchesOf} gives them
 */
export function noteValues(
  fact: FactName,
  rows: string,
  sums: readonly StoredPart[],
  kinds: readonly StoredSketch[],
): string {
  const { spec } = facts[fact]
  const positionOf = (key: string) => sums.find(part => part.fact === fact && part.key === key)?.position
  const values = kinds.map(({ key, position }) => {
    const known = sketches.get(fact)?.find(sketch => sketch.key === key)
    if (!known) throw new Error(`${fact} has no values ${key}`)
    const count = `part_${positionOf(partKey(known.count, {}))}`
    return { count, bucket: bucketSql(known.values, `(part_${position} / nullif(${count}, 0))`) }
  })
  return `insert into value_changes
    select '${fact}', i.at_day, ${mondayOf('i.at_day')}, date_trunc('month', i.at_day::timestamp)::date,
      i.brand, ${dimensionIn(spec, 'CHANNEL')}, ${dimensionIn(spec, 'TEAM')},
      array[${values.map(({ bucket }) => bucket).join(', ')}]::int[], array[${values.map(({ count }) => count).join(', ')}]::int[]
    from (${rows}) i`
}

/** Day 1 of year 1 was a Monday. */
const mondayOf = (day: string) => `${day} - (${day} - date '0001-01-01') % 7`

/** Notes the values of rows, as {@link noteValues} takes them. */
export async function noteValuesOf(sql: TransactionSql, ...given: Parameters<typeof noteValues>): Promise<void> {
  await sql.unsafe(`/* noteValues */ ${noteValues(...given)}`)
}

/** A cell of values with the differences to it. */
export interface SketchChange {
  dimensions: string
  position: number
  grain: 'day' | 'week' | 'month'
  day: string
  brand: string
  d1: string | null
  d2: string | null
  /** As folded so far. Null: the cell is new. */
  lowest: number | null
  counts: number[] | null
  /** Buckets, ascending, with the difference in the number of values in each. */
  buckets: number[]
  changes: number[]
}

/**
 * What the values that were noted of one kind come to, by cell, beside the cells as they are.
 * @param place of the kind among those that were noted, from 0
 */
export async function sketchChanges(
  sql: TransactionSql,
  { fact, position, daysFrom }: StoredSketch,
  place: number,
  slice: Slice,
): Promise<SketchChange[]> {
  const weeks = weeksOf(slice)
  const sets = sketchSets(facts[fact].spec)
  const within = sets.find(set => set.length > 0)
  const groups = ['week', 'month', 'day'].flatMap(grain =>
    sets.map(set => `(${grain}, brand, ${set.length > 0 ? 'd1, d2, ' : ''}bucket)`),
  )
  return await sql.unsafe<SketchChange[]>(
    `/* sketchChanges */
    with noted as (
      select week, month, case when day >= $3 then day end as day, brand, d1, d2, buckets[${place + 1}] as bucket, changes[${place + 1}] as n
      from value_changes where fact = $1 and buckets[${place + 1}] is not null
    ), counted as (
      select ${within ? `case grouping(d1) when 0 then '${within.join(',')}' else '' end` : "''"} as dimensions,
        case when week is not null then 'week' when month is not null then 'month' else 'day' end as grain,
        coalesce(week, month, day) as day, brand, ${within ? 'd1, d2' : 'null::text as d1, null::text as d2'}, bucket, sum(n)::int as n
      from noted group by grouping sets (${groups.join(', ')}) having sum(n) <> 0
    ), cells as materialized (
      select dimensions, grain, day, brand, d1, d2, array_agg(bucket order by bucket) as buckets, array_agg(n order by bucket) as changes
      from counted where case grain when 'week' then day >= $6 and day < $7 else day >= $4 and day < $5 end
      group by dimensions, grain, day, brand, d1, d2
    )
    select $2::int as position, c.*, old.lowest, old.counts
    from cells c
    left join rollup_sketches old
      on old.fact = $1 and old.dimensions = c.dimensions and old.position = $2 and old.grain = c.grain and old.day = c.day
      and old.brand = c.brand and old.d1 is not distinct from c.d1 and old.d2 is not distinct from c.d2
    order by c.dimensions, c.grain, c.day, c.brand, c.d1, c.d2`,
    [fact, position, daysFrom, slice.from, slice.to, weeks.from, weeks.to],
  )
}

/** Writes cells whose `lowest` and `counts` are new. */
export async function writeSketchCells(
  sql: TransactionSql,
  fact: FactName,
  cells: readonly (SketchChange & { lowest: number; counts: number[] })[],
): Promise<void> {
  const pick = <Key extends keyof SketchChange>(key: Key) => cells.map(cell => cell[key]) as string[]
  const counts = cells.map(cell => `{${cell.counts.join(',')}}`)
  await sql`/* writeSketchCells */
    insert into rollup_sketches (fact, dimensions, position, grain, day, brand, d1, d2, lowest, counts)
    select ${fact}, dimensions, position, grain, day::date, brand, d1, d2, lowest, counts::int[]
    from unnest(${pick('dimensions')}::text[], ${pick('position')}::int[], ${pick('grain')}::text[], ${pick('day')}::text[],
      ${pick('brand')}::text[], ${pick('d1')}::text[], ${pick('d2')}::text[], ${pick('lowest')}::int[], ${counts}::text[])
      c(dimensions, position, grain, day, brand, d1, d2, lowest, counts)
    on conflict on constraint rollup_sketches_cell do update set (lowest, counts) = (excluded.lowest, excluded.counts)`
}

/** The cells of a slice, as folded. */
export async function sketchCells(
  sql: TransactionSql,
  { fact, position, daysFrom }: StoredSketch,
  slice: Slice,
): Promise<SketchChange[]> {
  return await sql.unsafe<SketchChange[]>(
    `/* sketchCells */
    select dimensions, position, grain, day, brand, d1, d2, lowest, counts, '{}'::int[] as buckets, '{}'::int[] as changes
    from rollup_sketches where fact = $1 and position = $2 and ${ofSlice(slice)} and (grain <> 'day' or day >= $3)`,
    [fact, position, daysFrom],
  )
}

export async function clearSketches(sql: TransactionSql, fact: FactName, slice: Slice): Promise<void> {
  await sql.unsafe(`/* clearSketches */ delete from rollup_sketches where fact = $1 and ${ofSlice(slice)}`, [fact])
}

/** Takes away what was noted. */
export async function forgetValueChanges(sql: TransactionSql): Promise<void> {
  await sql`/* forgetValueChanges */ delete from value_changes`
}

function ofSlice(slice: Slice): string {
  const weeks = weeksOf(slice)
  return `case grain when 'week' then day >= '${weeks.from}' and day < '${weeks.to}'
      else day >= '${slice.from}' and day < '${slice.to}' end`
}
