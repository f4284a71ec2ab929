import type { Dimension } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import type { Filter, Term } from './filter.ts'
import { type Fragment, own } from './fragments.queries.ts'

/** The text column, with its alias, in which a dimension stands. */
export type ColumnOf = (dimension: Dimension) => string

/** The filter as a condition; every value is a bound parameter. `not` holds exactly where its inside does not. */
export function filterSql(sql: TransactionSql, filter: Filter, columnOf: ColumnOf): Fragment {
  if ('all' in filter) return joined(sql, 'and', filter.all, columnOf)
  if ('any' in filter) return joined(sql, 'or', filter.any, columnOf)
  if ('not' in filter) return sql`(${filterSql(sql, filter.not, columnOf)}) is not true`
  return termSql(sql, filter, own(sql, columnOf(filter.dimension)))
}

function joined(sql: TransactionSql, word: 'and' | 'or', parts: readonly Filter[], columnOf: ColumnOf): Fragment {
  const [first, ...rest] = parts.map(part => sql`(${filterSql(sql, part, columnOf)})`)
  if (!first) return word === 'and' ? sql`true` : sql`false`
  return rest.reduce((left, right) => (word === 'and' ? sql`${left} and ${right}` : sql`${left} or ${right}`), first)
}

function termSql(sql: TransactionSql, { operator, operand }: Term, column: Fragment): Fragment {
  if (typeof operand === 'boolean') return operand ? sql`${column} is null` : sql`${column} is not null`
  if (typeof operand !== 'string') return sql`${column} = any(${[...operand]}::text[])`
  switch (operator) {
    case 'not':
      return sql`${column} <> ${operand}`
    case 'startsWith':
      return sql`starts_with(${column}, ${operand})`
    case 'lt':
      return sql`${column} collate "C" < ${operand}`
    case 'lte':
      return sql`${column} collate "C" <= ${operand}`
    case 'gt':
      return sql`${column} collate "C" > ${operand}`
    case 'gte':
      return sql`${column} collate "C" >= ${operand}`
    default:
      return sql`${column} = ${operand}`
  }
}
