import {
  type AnyFact,
  columnName,
  type Dimension,
  type FactName,
  facts,
  measureSql,
  whereSql,
} from '@tweeluik/schema/facts'
import type { TransactionSql } from '../../db/pools.ts'
import type { StoredPart } from '../../db/rollup-parts.queries.ts'
import { type SumPartDefinition, sumParts } from '../../db/rollup-parts.ts'

type Spec = AnyFact['spec']

const ofRow = (column: string) => `i.${columnName(column)}`
const anchorOf = (spec: Spec, anchor: string) => ofRow(spec.anchors[anchor] ?? '')

function measure(spec: Spec, { part, conditions }: SumPartDefinition): string {
  const holds = `${anchorOf(spec, part.anchor)} = i.at_day and ${whereSql(conditions, 'i')}`
  return `sum(i.sign * ${measureSql(part, 'i')}) filter (where ${holds})`
}

/** A column `part_n` for each known part at position n; null where this version of the program knows none. */
function partsOf(fact: FactName, stored: readonly StoredPart[]): string[] {
  const known = sumParts.get(fact)
  const own = stored.filter(part => part.fact === fact)
  const length = Math.max(0, ...own.map(part => part.position))
  return Array.from({ length }, (_, index) => {
    const definition = known?.get(own.find(part => part.position === index + 1)?.key ?? '')
    return `${definition ? measure(facts[fact].spec, definition) : 'null::bigint'} as part_${index + 1}`
  })
}

/** The different days on which a row counts, a row each: most rows have all their moments on one. */
function daysOf({ anchors }: Spec): string {
  const days = Object.values<string>(anchors).map(ofRow)
  const once = days.map((day, index) => {
    const others = days.slice(0, index).map(earlier => `${day} is distinct from ${earlier}`)
    return `(${others.length === 0 ? day : `case when ${others.join(' and ')} then ${day} end`})`
  })
  return `(values ${once.join(', ')})`
}

/** Groups over every dimension set in one pass over the rows, and tells each cell's set by which dimensions it has. */
function cellsOf(spec: Spec) {
  const dimensions = [...new Set(spec.sets.flat())]
  const place = (dimension: Dimension) => `dimension_${dimensions.indexOf(dimension)}`
  const masks = spec.sets.map(set =>
    dimensions.reduce((mask, dimension) => mask * 2 + (set.includes(dimension) ? 0 : 1), 0),
  )
  const bySet = (value: (set: readonly Dimension[]) => string | undefined) =>
    `case mask ${spec.sets.map((set, index) => `when ${masks[index]} then ${value(set) ?? 'null'}`).join(' ')} end`
  return {
    /** Of the rows. */
    columns: [
      `${spec.currency ? ofRow(spec.currency) : 'null'}::text as at_currency`,
      ...dimensions.map(dimension => `${ofRow(spec.dimensions[dimension] ?? '')}::text as ${place(dimension)}`),
    ].join(', '),
    /** Of the groups. */
    keys: [
      'at_day',
      'brand',
      'at_currency',
      `${dimensions.length > 0 ? `grouping(${dimensions.map(place).join(', ')})` : '0'} as mask`,
      ...dimensions.map(place),
    ].join(', '),
    groups: (more: readonly string[]) =>
      `grouping sets (${spec.sets
        .map(set => `(${['at_day', 'brand', 'at_currency', ...set.map(place), ...more].join(', ')})`)
        .join(', ')})`,
    address: [
      bySet(set => `'${set.join(',')}'`),
      'at_day',
      'brand',
      'at_currency',
      ...[0, 1, 2].map(index => bySet(set => (set[index] ? place(set[index]) : undefined))),
    ].join(', '),
  }
}

const ADDRESS = 'fact, dimensions, day, brand, currency, d1, d2, d3'

function sumsSql(name: FactName, source: string, target: string, stored: readonly StoredPart[]): string {
  const { spec } = facts[name]
  const cells = cellsOf(spec)
  const parts = partsOf(name, stored)
  const names = parts.map((_, index) => `part_${index + 1}`)
  return `/* appendSums */
    insert into ${target} (${ADDRESS}, sums)
    select '${name}', ${cells.address}, array[${names.join(', ')}]::bigint[] from (
      select ${[cells.keys, ...parts].join(',\n        ')}
      from (
        select i.*, e.at_day, ${cells.columns} from ${source} i cross join lateral ${daysOf(spec)} e(at_day) where e.at_day is not null
      ) i
      group by ${cells.groups([])}
    ) cells
    where ${names.map(part => `${part} <> 0`).join(' or ')}`
}

function keptGap({ column, max, rare }: Spec['gaps'][string]): string {
  const days = ofRow(column)
  if (rare) return `greatest(${days}, 1)`
  return max === undefined ? days : `case when ${days} > ${max} then ${max + 1} else ${days} end`
}

function gapsSql(name: FactName, source: string, target: string): string {
  const { spec } = facts[name]
  const cells = cellsOf(spec)
  const gaps = Object.entries(spec.gaps).map(([part, gap]) => {
    const day = anchorOf(spec, gap.anchor)
    return `('${part}', ${keptGap(gap)}, case when ${whereSql(gap.where, 'i')}${gap.rare ? ` and ${ofRow(gap.column)} <= ${gap.max}` : ''} then ${day} end)`
  })
  return `/* appendGaps */
    insert into ${target} (${ADDRESS}, part, gap_days, n)
    select '${name}', ${cells.address}, part, gap, n from (
      select ${cells.keys}, part, gap, sum(sign) as n
      from (
        select i.brand, i.sign, g.part, g.gap, g.at_day, ${cells.columns}
        from ${source} i cross join lateral (values ${gaps.join(', ')}) g(part, gap, at_day) where g.at_day is not null
      ) i
      group by ${cells.groups(['part', 'gap'])}
      having sum(sign) <> 0
    ) cells`
}

/**
 * Appends what `source` (rows of the fact with a `sign` of 1 or -1) adds to and takes from every cell of the fact.
 * @param source a table, or a sub-select in brackets
 */
export async function appendDelta(
  sql: TransactionSql,
  fact: FactName,
  source: string,
  stored: readonly StoredPart[],
  target = 'rollup_delta',
): Promise<void> {
  if (stored.some(part => part.fact === fact)) await sql.unsafe(sumsSql(fact, source, target, stored))
  if (Object.keys(facts[fact].spec.gaps).length > 0) await sql.unsafe(gapsSql(fact, source, target))
}
