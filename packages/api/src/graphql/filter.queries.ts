import { columnName } from '@tweeluik/schema/facts'
import { getTableName } from 'drizzle-orm'
import type { PendingQuery, Row } from 'postgres'
import type { TransactionSql } from '../db/pools.ts'
import type { Where } from './connection.inputs.ts'
import type { Comparison, Operator } from './filter.inputs.ts'
import type { Filterable, Source } from './source.ts'
import type { Value } from './where.ts'

export type Fragment = PendingQuery<Row[]> | ReturnType<TransactionSql['unsafe']>

/** The conditions of a `where` that was read, over `record`; every value is a bound parameter. */
export function whereOver(sql: TransactionSql, source: Source, where: Where | null): Fragment {
  return allOf(sql, where ? termsOf(sql, source, where) : [])
}

function termsOf(sql: TransactionSql, source: Source, where: Where): Fragment[] {
  return Object.entries(where).flatMap(([name, condition]) => {
    if (condition == null) return []
    if (name === 'and') return (condition as Where[]).map(part => whereOver(sql, source, part))
    if (name === 'or') return [anyOf(sql, source, condition as Where[])]
    // `not (..)` would also leave out the records for which the condition is unknown.
    if (name === 'not') return [sql`(${whereOver(sql, source, condition as Where)}) is not true`]
    const field = source.filters[name]
    return field ? conditionsOn(sql, field, condition as Comparison) : []
  })
}

function conditionsOn(sql: TransactionSql, field: Filterable, comparison: Comparison): Fragment[] {
  if ('column' in field) {
    return comparisons(sql, sql.unsafe(`record.${columnName(field.column)}`), comparison, field.folded)
  }
  const { table, value } = field.related
  const from = sql.unsafe(`from ${getTableName(table)} related where`)
  const ofRecord = sql`${from} related.customer_id = record.id`
  if (value === 'count') return comparisons(sql, sql`(select count(*) ${ofRecord})`, comparison)
  if ('greatest' in value) {
    const greatest = sql.unsafe(`max(related.${columnName(value.greatest)})`)
    return comparisons(sql, sql`(select ${greatest} ${ofRecord})`, comparison)
  }
  const held = comparisons(sql, sql.unsafe(`related.${columnName(value.any)}`), comparison)
  if (held.length === 0) return []
  // An array is found before the records are, so that it leads to them by their key.
  return [sql`record.id = any (array(select related.customer_id ${from} ${allOf(sql, held)}))`]
}

function comparisons(sql: TransactionSql, column: Fragment, comparison: Comparison, isFolded = false): Fragment[] {
  return Object.entries(comparison).flatMap(([operator, operand]) => {
    if (operand === undefined) return []
    if (operator === 'isNull') return [operand ? sql`${column} is null` : sql`${column} is not null`]
    if (operator === 'in') {
      const values = operand as Value[]
      return isFolded
        ? [sql`${column} in (select ${folded(sql, sql`value`)} from unnest(${values}::text[]) value)`]
        : [sql`${column} = any(${values})`]
    }
    const value = sql`${operand as Value}`
    return [compare(sql, column, operator as Operator, isFolded ? folded(sql, value) : value)]
  })
}

function compare(sql: TransactionSql, column: Fragment, operator: Operator, value: Fragment): Fragment {
  switch (operator) {
    case 'eq':
      return sql`${column} = ${value}`
    case 'not':
      return sql`${column} <> ${value}`
    case 'lt':
      return sql`${column} < ${value}`
    case 'lte':
      return sql`${column} <= ${value}`
    case 'gt':
      return sql`${column} > ${value}`
    case 'gte':
      return sql`${column} >= ${value}`
    // The function is leakproof, as `like` is not: under row security it keeps its index.
    case 'startsWith':
      return sql`starts_with(${column}, ${value})`
    default:
      throw new Error(`No such operator: ${operator}`)
  }
}

/** As the column was folded when it was written: by the database, whose letters may differ from JavaScript's. */
function folded(sql: TransactionSql, value: Fragment): Fragment {
  return sql`normalize(lower(${value}), NFKC)`
}

function allOf(sql: TransactionSql, terms: readonly Fragment[]): Fragment {
  return terms.length === 0 ? sql`true` : terms.reduce((left, right) => sql`${left} and ${right}`)
}

function anyOf(sql: TransactionSql, source: Source, parts: readonly Where[]): Fragment {
  const terms = parts.map(part => whereOver(sql, source, part))
  return sql`(${terms.length === 0 ? sql`false` : terms.reduce((left, right) => sql`${left} or ${right}`)})`
}
