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

function measure({ part, conditions }: SumPartDefinition): string {
  const holds = `e.anchor = '${part.anchor}' and ${whereSql(conditions, 'i')}`
  return `sum(i.sign * ${measureSql(part, 'i')}) filter (where ${holds})`
}

/** `array[..]` with each known part at its position; null where this version of the program knows none. */
function sumsArray(fact: FactName, stored: readonly StoredPart[]): string {
  const known = sumParts.get(fact)
  const own = stored.filter(part => part.fact === fact)
  const length = Math.max(0, ...own.map(part => part.position))
  const at = Array.from({ length }, (_, index) => {
    const definition = known?.get(own.find(part => part.position === index + 1)?.key ?? '')
    return definition ? measure(definition) : 'null'
  })
  return `array[${at.join(',\n      ')}]::bigint[]`
}

const addressOf = (fact: AnyFact, set: readonly Dimension[]) => {
  const columns = set.map(dimension => `i.${columnName(fact.spec.dimensions[dimension] ?? '')}`)
  return {
    currency: fact.spec.currency ? `i.${columnName(fact.spec.currency)}` : 'null',
    dimensions: [0, 1, 2].map(index => columns[index] ?? 'null'),
  }
}

function sumsSql(
  name: FactName,
  set: readonly Dimension[],
  source: string,
  target: string,
  stored: readonly StoredPart[],
): string {
  const fact = facts[name]
  const { currency, dimensions } = addressOf(fact, set)
  const anchors = Object.entries(fact.spec.anchors).map(([anchor, column]) => `('${anchor}', i.${columnName(column)})`)
  return `/* appendSums */
    insert into ${target} (fact, dimensions, day, brand, currency, d1, d2, d3, sums)
    select * from (
      select '${name}', '${set.join(',')}', e.day, i.brand, ${currency}::text as currency,
        ${dimensions.map((column, index) => `${column}::text as d${index + 1}`).join(', ')},
        ${sumsArray(name, stored)} as sums
      from ${source} i cross join lateral (values ${anchors.join(', ')}) e(anchor, day)
      where e.day is not null
      group by 1, 2, 3, 4, 5, 6, 7, 8
    ) cells
    where exists (select from unnest(sums) part where part <> 0)`
}

function gapsSql(name: FactName, set: readonly Dimension[], source: string, target: string): string[] {
  const fact = facts[name]
  const { currency, dimensions } = addressOf(fact, set)
  return Object.entries(fact.spec.gaps).map(([part, gap]) => {
    const column = `i.${columnName(gap.column)}`
    const kept =
      gap.max === undefined ? column : `case when ${column} > ${gap.max} then ${gap.max + 1} else ${column} end`
    const day = `i.${columnName(fact.spec.anchors[gap.anchor] ?? '')}`
    return `/* appendGaps */
    insert into ${target} (fact, dimensions, day, brand, currency, d1, d2, d3, part, gap_days, n)
    select '${name}', '${set.join(',')}', ${day}, i.brand, ${currency}::text,
      ${dimensions.map(dimension => `${dimension}::text`).join(', ')}, '${part}', ${kept}, sum(i.sign)
    from ${source} i
    where ${day} is not null and ${whereSql(gap.where, 'i')}
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    having sum(i.sign) <> 0`
  })
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
  const statements = facts[fact].spec.sets.flatMap(set => [
    ...(sumParts.has(fact) ? [sumsSql(fact, set, source, target, stored)] : []),
    ...gapsSql(fact, set, source, target),
  ])
  await Promise.all(statements.map(statement => sql.unsafe(statement)))
}
