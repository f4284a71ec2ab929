import type { SumPart } from './define.ts'
import { columnName } from './where.ts'

/**
 * What one record adds to a part, as SQL over `alias`. A square of money is kept in hundredths of the squared major
 * unit, so that no cell overflows.
 */
export function measureSql({ type, column, money }: SumPart, alias: string): string {
  if (column === null) return '1'
  const value = `${alias}.${columnName(column)}`
  if (type === 'sum') return value
  return money ? `round(${value}::float8 * ${value} / 1e6)::bigint` : `${value}::bigint * ${value}`
}
