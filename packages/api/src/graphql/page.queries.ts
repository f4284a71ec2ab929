import { columnName } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import type { Cursor } from './cursor.ts'
import { whereOver } from './filter.queries.ts'
import type { PageRequest } from './page-request.ts'
import type { Relation } from './relation.ts'
import { columnsOf, tableOf } from './source.queries.ts'
import type { Orderable, Source } from './source.ts'

/** A page and one record more, which tells whether it goes on; from the end when the request counts backward. */
export function selectPage(sql: TransactionSql, source: Source, columns: readonly string[], request: PageRequest) {
  return sql`/* page: ${sql.unsafe(source.name)} */
    select ${columnsOf(sql, source, withPlace(source, columns, request), request.seesPersonalData)} from ${tableOf(sql, source)} record
    where ${whereOver(sql, source, request.where)} ${between(sql, source, request)}
    ${orderBy(sql, source, request)} limit ${request.size + 1}`
}

/** As {@link selectPage}, for each parent; each row tells its parent. */
export function selectPages(
  sql: TransactionSql,
  { name, source, column }: Relation,
  columns: readonly string[],
  request: PageRequest,
  parents: readonly string[],
) {
  return sql`/* pages: ${sql.unsafe(name)} */
    select page.*, parent.id as "parentId" from unnest(${[...parents]}::uuid[]) parent (id) cross join lateral (
      select ${columnsOf(sql, source, withPlace(source, columns, request), request.seesPersonalData)} from ${tableOf(sql, source)} record
      where record.${sql(columnName(column))} = parent.id
        and ${whereOver(sql, source, request.where)} ${between(sql, source, request)}
      ${orderBy(sql, source, request)} limit ${request.size + 1}
    ) page`
}

/** How many records there are, whatever the page. */
export function countRecords(sql: TransactionSql, source: Source, { where }: PageRequest) {
  return sql`/* count: ${sql.unsafe(source.name)} */
    select count(*) from ${tableOf(sql, source)} record where ${whereOver(sql, source, where)}`
}

/** As {@link countRecords}, for each parent that has any. */
export function countPerParent(
  sql: TransactionSql,
  { name, source, column }: Relation,
  { where }: PageRequest,
  parents: readonly string[],
) {
  const parent = sql.unsafe(`record.${columnName(column)}`)
  return sql`/* counts: ${sql.unsafe(name)} */
    select ${parent} as "parentId", count(*) from ${tableOf(sql, source)} record
    where ${parent} = any(${[...parents]}::uuid[]) and ${whereOver(sql, source, where)} group by ${parent}`
}

/** Cursors hold the value by which a record is ordered. */
function withPlace(source: Source, columns: readonly string[], { order }: PageRequest): readonly string[] {
  const { column } = orderable(source, order.field)
  return columns.includes(column) ? columns : [...columns, column]
}

function orderBy(sql: TransactionSql, source: Source, { order, backward }: PageRequest) {
  const { column, nullable } = orderable(source, order.field)
  const direction = (order.direction === 'asc') === backward ? 'desc' : 'asc'
  const nulls = nullable ? ` nulls ${backward ? 'first' : 'last'}` : ''
  const byId = `record.id ${direction}`
  return sql.unsafe(`order by ${column === 'id' ? '' : `record.${columnName(column)} ${direction}${nulls}, `}${byId}`)
}

function between(sql: TransactionSql, source: Source, { order, after, before }: PageRequest) {
  const ascending = order.direction === 'asc'
  return sql`${after ? beyond(sql, source, order.field, after, ascending, true) : sql``}
    ${before ? beyond(sql, source, order.field, before, !ascending, false) : sql``}`
}

/** Only records past a cursor, seen in one direction; `nullsAhead`: those without a value lie past all others. */
function beyond(
  sql: TransactionSql,
  source: Source,
  field: string,
  { value, id }: Cursor,
  upward: boolean,
  nullsAhead: boolean,
) {
  const { column, nullable } = orderable(source, field)
  const place = sql.unsafe(`record.${columnName(column)}`)
  const than = sql.unsafe(upward ? '>' : '<')
  if (value === null) {
    const within = sql`${place} is null and record.id ${than} ${id}`
    return nullsAhead ? sql`and ${within}` : sql`and (${place} is not null or ${within})`
  }
  // Compared as a pair, so that an index on both walks straight to it.
  const past = sql`(${place}, record.id) ${than} (${value}, ${id})`
  return nullable && nullsAhead ? sql`and (${past} or ${place} is null)` : sql`and ${past}`
}

function orderable(source: Source, field: string): Orderable {
  const order = source.orders[field]
  if (!order) throw new Error(`${source.name} has no order ${field}`)
  return order
}
