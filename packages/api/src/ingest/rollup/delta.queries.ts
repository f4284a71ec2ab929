import {
  type AnyFact,
  columnName,
  type Dimension,
  deltaDimensions,
  type FactName,
  facts,
  measureSql,
  whereSql,
} from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'
import type { StoredPart } from '../../db/rollup-parts.queries.ts'
import { type SumPartDefinition, sumParts } from '../../db/rollup-parts.ts'
import { FIGURES_CHANNEL } from '../../live/channel.ts'
import { cellsOfDays, gapsOfDays } from './day-gaps.queries.ts'

type Spec = AnyFact['spec']

const ofRow = (column: string) => `i.${columnName(column)}`
const anchorOf = (spec: Spec, anchor: string) => ofRow(spec.anchors[anchor] ?? '')

function measure(spec: Spec, { part, conditions }: SumPartDefinition): string {
  const holds = `${anchorOf(spec, part.anchor)} = i.at_day and ${whereSql(conditions, 'i')}`
  return `case when ${holds} then i.sign * (${measureSql(part, 'i')})::bigint end`
}

const partNames = (length: number) => Array.from({ length }, (_, index) => `part_${index + 1}`)

/** Where a fact's sums end: none of its parts has a higher position. */
export const lengthOf = (fact: FactName, stored: readonly StoredPart[]) =>
  Math.max(0, ...stored.filter(part => part.fact === fact).map(part => part.position))

/** A column `part_n` for each known part at position n; null where this version of the program knows none. */
function partsOf(fact: FactName, stored: readonly StoredPart[]): string[] {
  const known = sumParts.get(fact)
  const own = stored.filter(part => part.fact === fact)
  return partNames(lengthOf(fact, stored)).map((name, index) => {
    const definition = known?.get(own.find(part => part.position === index + 1)?.key ?? '')
    return `${definition ? measure(facts[fact].spec, definition) : 'null::bigint'} as ${name}`
  })
}

/** The different days on which a row counts, of most rows one: as an array. */
function daysOf({ anchors }: Spec): string {
  const days = Object.values<string>(anchors).map(ofRow)
  const once = days.map((day, index) => {
    const others = days.slice(0, index).map(earlier => `${day} is distinct from ${earlier}`)
    return others.length === 0 ? day : `case when ${others.join(' and ')} then ${day} end`
  })
  return `array_remove(array[${once.join(', ')}], null)`
}

/** A row of days also says for which set it is. */
const dimensionNames = (spec: Spec) =>
  [...deltaDimensions(spec), ...(spec.perBrandAndAll ? ['set'] : [])].map((_, index) => `dimension_${index + 1}`)

/** What tells of a row where it counts, apart from the day. */
function placeOf(spec: Spec): string {
  const dimensions = deltaDimensions(spec).map(
    (dimension, index) => `${ofRow(spec.dimensions[dimension] ?? '')}::text as dimension_${index + 1}`,
  )
  return ['i.brand', `${spec.currency ? ofRow(spec.currency) : 'null'}::text as currency`, ...dimensions].join(', ')
}

/**
 * What each row of `source` adds to sums, on each of its days: by all its dimensions, and of one record, as values need
 * it. The days are a set in the select list: a lateral VALUES is set up anew for every row, which costs more than all sums.
 */
export const sumsOfRows = (name: FactName, source: string, stored: readonly StoredPart[]): string => {
  const { spec } = facts[name]
  return `
      select i.at_day, ${[placeOf(spec), ...partsOf(name, stored)].join(',\n        ')}
      from (select i.*, unnest(${daysOf(spec)}) as at_day from ${source} i) i`
}

function keptGap({ column, max, rare }: Spec['gaps'][string]): string {
  const days = ofRow(column)
  if (rare) return `greatest(${days}, 1)`
  return max === undefined ? days : `case when ${days} > ${max} then ${max + 1} else ${days} end`
}

/** What each row of `source` adds to gaps, by all its dimensions. */
export const gapsOfRows = (name: FactName, source: string): string => {
  const { spec } = facts[name]
  if (spec.perBrandAndAll) return gapsOfDays(source)
  const gaps = Object.entries(spec.gaps).map(([part, gap]) => {
    const short = gap.rare ? ` and ${ofRow(gap.column)} <= ${gap.max}` : ''
    return {
      part: `'${part}'`,
      days: keptGap(gap),
      at: `case when ${whereSql(gap.where, 'i')}${short} then ${anchorOf(spec, gap.anchor)} end`,
    }
  })
  const each = (column: 'part' | 'days' | 'at') => `unnest(array[${gaps.map(gap => gap[column]).join(', ')}])`
  return `
      select i.at_day, ${placeOf(spec)}, i.part, i.gap_days, i.sign as n
      from (select i.*, ${each('part')} as part, ${each('days')} as gap_days, ${each('at')} as at_day from ${source} i) i
      where i.at_day is not null`
}

/** What deltas of sums hold, as {@link sumsOfRows} gives it. */
export const sumsOfDeltas = (name: FactName, deltas: string, stored: readonly StoredPart[]): string => {
  const parts = partNames(lengthOf(name, stored)).map((part, index) => `sums[${index + 1}] as ${part}`)
  return `select ${[placeOfDelta(name), ...parts].join(', ')} from ${deltas}`
}

/** What deltas of gaps hold, as {@link gapsOfRows} gives it. */
export const gapsOfDeltas = (name: FactName, deltas: string): string =>
  `select ${placeOfDelta(name)}, part, gap_days, n from ${deltas}`

function placeOfDelta(name: FactName): string {
  const dimensions = dimensionNames(facts[name].spec).map(
    (column, index) => `dimension_values[${index + 1}] as ${column}`,
  )
  return ['day as at_day', 'brand', 'currency', ...dimensions].join(', ')
}

/** Groups over every dimension set in one pass over the rows, and tells each cell's set by which dimensions it has. */
function cellsOf(spec: Spec) {
  const dimensions = deltaDimensions(spec)
  const names = dimensionNames(spec)
  const place = (dimension: Dimension) => names[dimensions.indexOf(dimension)]
  const masks = spec.sets.map(set =>
    dimensions.reduce((mask, dimension) => mask * 2 + (set.includes(dimension) ? 0 : 1), 0),
  )
  const bySet = (value: (set: readonly Dimension[]) => string | undefined) =>
    `case mask ${spec.sets.map((set, index) => `when ${masks[index]} then ${value(set) ?? 'null'}`).join(' ')} end`
  return {
    /** Of the groups. */
    keys: [
      'at_day',
      'brand',
      'currency',
      `${names.length > 0 ? `grouping(${names.join(', ')})` : '0'} as mask`,
      ...names,
    ].join(', '),
    groups: (more: readonly string[]) =>
      `grouping sets (${spec.sets
        .map(set => `(${['at_day', 'brand', 'currency', ...set.map(place), ...more].join(', ')})`)
        .join(', ')})`,
    address: [
      bySet(set => `'${set.join(',')}'`),
      'at_day',
      'brand',
      'currency',
      ...[0, 1, 2].map(index => bySet(set => (set[index] ? place(set[index]) : undefined))),
    ].join(', '),
  }
}

/** The address of a cell, in the order in which {@link sumCells} and {@link gapCells} give it. */
export const CELL = 'fact, dimensions, day, brand, currency, d1, d2, d3'

/** What rows, as {@link sumsOfRows} gives them, come to: the address and the sums of every cell of every dimension set. */
export function sumCells(name: FactName, rows: string, stored: readonly StoredPart[]): string {
  const cells = cellsOf(facts[name].spec)
  const parts = partNames(lengthOf(name, stored))
  return `select '${name}', ${cells.address}, array[${parts.join(', ')}]::bigint[] from (
      select ${[cells.keys, ...parts.map(part => `sum(${part}) as ${part}`)].join(', ')}
      from (${rows}) i
      group by ${cells.groups([])}
    ) cells
    where ${parts.map(part => `${part} <> 0`).join(' or ')}`
}

/** The same for rows as {@link gapsOfRows} gives them: the address, the part, the gap and by how many they change. */
export function gapCells(name: FactName, rows: string): string {
  if (facts[name].spec.perBrandAndAll) return cellsOfDays(rows)
  const cells = cellsOf(facts[name].spec)
  return `select '${name}', ${cells.address}, part, gap_days, n from (
      select ${cells.keys}, part, gap_days, sum(n) as n
      from (${rows}) i
      group by ${cells.groups(['part', 'gap_days'])}
      having sum(n) <> 0
    ) cells`
}

export const hasSums = (fact: FactName, stored: readonly StoredPart[]) => lengthOf(fact, stored) > 0
export const hasGaps = (fact: FactName) => Object.keys(facts[fact].spec.gaps).length > 0

/** Appends what `source` (rows of the fact with a `sign` of 1 or -1) adds to and takes from the figures of the fact. */
export async function appendDelta(
  sql: TransactionSql,
  fact: FactName,
  source: string,
  stored: readonly StoredPart[],
): Promise<void> {
  const { spec } = facts[fact]
  const values = `array[${dimensionNames(spec).join(', ')}]::text[]`
  if (hasSums(fact, stored)) {
    await sql.unsafe(`/* appendSums */ with appended as (
    insert into rollup_delta (fact, day, brand, currency, dimension_values, sums)
    select '${fact}', at_day, brand, currency, ${values}, array[${partNames(lengthOf(fact, stored)).join(', ')}]
    from (${sumsOfRows(fact, source, stored)}) i returning brand
    ) ${tellOf(fact)}`)
  }
  if (hasGaps(fact)) await appendGaps(sql, fact, gapsOfRows(fact, source))
}

/** Appends rows as {@link gapsOfRows} gives them. */
export async function appendGaps(sql: TransactionSql, fact: FactName, rows: string): Promise<void> {
  const names = dimensionNames(facts[fact].spec)
  await sql.unsafe(`/* appendGaps */ with appended as (
    insert into rollup_delta (fact, day, brand, currency, dimension_values, part, gap_days, n)
    select '${fact}', at_day, brand, currency, array[${names.join(', ')}]::text[], part, gap_days, sum(n)
    from (${rows}) i
    group by ${['at_day', 'brand', 'currency', ...names, 'part', 'gap_days'].join(', ')}
    having sum(n) <> 0 returning brand
    ) ${tellOf(fact)}`)
}

/** Whoever looks at figures of these brands is told when the transaction ends, once however often it is said. */
const tellOf = (fact: FactName) =>
  `select pg_notify('${FIGURES_CHANNEL}', '${fact} ' || brand) from appended group by brand`
