import type { PendingQuery, Row } from 'postgres'
import type { TransactionSql } from '../db/pools.ts'

/** A piece of a statement. */
export type Fragment = PendingQuery<Row[]>

/** SQL of our own making; nothing that anyone sent comes here. */
export const own = (sql: TransactionSql, text: string): Fragment => sql.unsafe<Row[]>(text)

export function listed(sql: TransactionSql, [first, ...rest]: readonly Fragment[]): Fragment {
  return first ? rest.reduce((left, right) => sql`${left}, ${right}`, first) : sql``
}

export function every(sql: TransactionSql, [first, ...rest]: readonly Fragment[]): Fragment {
  return first ? rest.reduce((left, right) => sql`${left} and ${right}`, first) : sql`true`
}

export function some(sql: TransactionSql, [first, ...rest]: readonly Fragment[]): Fragment {
  return first ? sql`(${rest.reduce((left, right) => sql`${left} or ${right}`, first)})` : sql`false`
}

export function unionAll(sql: TransactionSql, [first = sql``, ...rest]: readonly Fragment[]): Fragment {
  return rest.reduce((left, right) => sql`${left} union all ${right}`, first)
}
