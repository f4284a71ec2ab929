import { fail } from '@tweeluik/schema'
import { columnName } from '@tweeluik/schema/facts'
import type { PendingQuery, Row } from 'postgres'
import type { TransactionSql } from '../db/pools.ts'
import type { Where } from './connection.inputs.ts'
import type { Comparison, Operator } from './filter.inputs.ts'
import { uuidOf } from './global-id.ts'
import type { Filterable, Source } from './source.ts'

type Fragment = PendingQuery<Row[]>
type Value = string | number | boolean | Date

/** The conditions of a checked `where` over `record`; every value is a bound parameter. */
export function whereOver(sql: TransactionSql, source: Source, where: Where | null): Fragment {
  return allOf(sql, where ? termsOf(sql, source, where) : [])
}

function termsOf(sql: TransactionSql, source: Source, where: Where): Fragment[] {
  return Object.entries(where).flatMap(([name, condition]) => {
    if (condition == null) return []
    if (name === 'and') return (condition as Where[]).map(part => whereOver(sql, source, part))
    if (name === 'or')
      return [
        anyOf(
          sql,
          (condition as Where[]).map(part => whereOver(sql, source, part)),
        ),
      ]
    // `not (..)` would also leave out the records for which the condition is unknown.
    if (name === 'not') return [sql`(${whereOver(sql, source, condition as Where)}) is not true`]
    const field = source.filters[name]
    return field ? comparisons(sql, field, condition as Comparison, name) : []
  })
}

function comparisons(sql: TransactionSql, field: Filterable, comparison: Comparison, name: string): Fragment[] {
  const column = sql.unsafe(`record.${columnName(field.column)}`)
  return Object.entries(comparison).flatMap(([operator, operand]) => {
    if (operand === undefined) return []
    if (operator === 'in') {
      const values = (operand as Value[]).map(value => stored(field, value, `where.${name}.in`))
      return [sql`${column} = any(${values})`]
    }
    return [compare(sql, column, operator as Operator, stored(field, operand as Value, `where.${name}.${operator}`))]
  })
}

function compare(
  sql: TransactionSql,
  column: ReturnType<TransactionSql['unsafe']>,
  operator: Operator,
  value: Value,
): Fragment {
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
    case 'isNull':
      return value ? sql`${column} is null` : sql`${column} is not null`
    default:
      throw new Error(`No such operator: ${operator}`)
  }
}

/** A value as it stands in the column. */
function stored({ ids }: Filterable, value: Value, path: string): Value {
  if (ids && typeof value === 'string') return uuidOf(ids, value, path)
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
    fail('INVALID_TEXT', path, 'Holds a NUL or half a character', 'Send valid text')
  }
  return value instanceof Date ? value.toISOString() : value
}

function allOf(sql: TransactionSql, terms: readonly Fragment[]): Fragment {
  return terms.length === 0 ? sql`true` : terms.reduce((left, right) => sql`${left} and ${right}`)
}

function anyOf(sql: TransactionSql, terms: readonly Fragment[]): Fragment {
  return sql`(${terms.length === 0 ? sql`false` : terms.reduce((left, right) => sql`${left} or ${right}`)})`
}
