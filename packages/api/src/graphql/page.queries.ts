import { columnName } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import type { Cursor } from './cursor.ts'
import { type Fragment, whereOver } from './filter.queries.ts'
import type { PageRequest } from './page-request.ts'
import type { Relation } from './relation.ts'
import { columnsOf, tableOf } from './source.queries.ts'
import type { Orderable, Source } from './source.ts'

/**
 * A page and one record more, which tells whether it goes on; from the end when the request counts backward.
 *
 * @param ids a query of the only records that may be in it. Null: any.
 */
export function selectPage(
  sql: TransactionSql,
  source: Source,
  columns: readonly string[],
  request: PageRequest,
  ids: Fragment | null = null,
) {
  return sql`/* page: ${sql.unsafe(source.name)} */ ${page(sql, source, columns, request, amongIds(sql, ids))}`
}

/** As {@link selectPage}, for each parent; each row tells its parent. */
export function selectPages(
  sql: TransactionSql,
  { name, source, column }: Relation,
  columns: readonly string[],
  request: PageRequest,
  parents: readonly string[],
) {
  const ofParent = sql`record.${sql(columnName(column))} = parent.id and`
  return sql`/* pages: ${sql.unsafe(name)} */
    select page.*, parent.id as "parentId" from unnest(${[...parents]}::uuid[]) parent (id) cross join lateral (
      ${page(sql, source, columns, request, ofParent)}
    ) page`
}

function page(
  sql: TransactionSql,
  source: Source,
  columns: readonly string[],
  request: PageRequest,
  ofParent: Fragment,
): Fragment {
  const { column, nullable } = orderable(source, request.order.field)
  const place = sql.unsafe(`record.${columnName(column)}`)
  const read = columnsOf(sql, source, withPlace(source, columns, request), request.seesPersonalData)
  const order = direction(sql, request)
  const first = column === 'id' ? sql`` : sql`${place} ${order},`
  const rows = (among: Among, alone: Fragment) => sql`select ${read} from ${tableOf(sql, source)} record
    where ${ofParent} ${alone} ${whereOver(sql, source, request.where)} ${between(sql, source, request, among)}
    order by ${first} record.id ${order} limit ${request.size + 1}`
  if (!nullable) return rows('all', sql``)
  // An index walks straight to a place among the records with a value, and among those without, but not among both.
  return sql`select * from (
      (${rows('valued', sql`${place} is not null and`)}) union all (${rows('unvalued', sql`${place} is null and`)})
    ) record
    order by record.${sql(column)} ${order} ${sql.unsafe(request.backward ? 'nulls first' : 'nulls last')}, record.id ${order}
    limit ${request.size + 1}`
}

const amongIds = (sql: TransactionSql, ids: Fragment | null): Fragment => (ids ? sql`record.id in (${ids}) and` : sql``)

/** How many records there are, whatever the page. */
export function countRecords(sql: TransactionSql, source: Source, { where }: PageRequest, ids: Fragment | null = null) {
  return sql`/* count: ${sql.unsafe(source.name)} */
    select count(*) from ${tableOf(sql, source)} record where ${amongIds(sql, ids)} ${whereOver(sql, source, where)}`
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

/** A record's place is told by its value in the order, and by its id. */
function withPlace(source: Source, columns: readonly string[], { order }: PageRequest): readonly string[] {
  return [...new Set([...columns, 'id', orderable(source, order.field).column])]
}

function direction(sql: TransactionSql, { order, backward }: PageRequest) {
  return sql.unsafe((order.direction === 'asc') === backward ? 'desc' : 'asc')
}

/** Which records a cursor is compared with: any, or only those with a value in the order, which come before those without. */
type Among = 'all' | 'valued' | 'unvalued'

/** Only records between the cursors. */
function between(sql: TransactionSql, source: Source, { order, after, before }: PageRequest, among: Among) {
  const column = sql.unsafe(`record.${columnName(orderable(source, order.field).column)}`)
  const past = ({ value, id }: Cursor, than: '>' | '<') => {
    const compared = sql.unsafe(than)
    if (value === null) return sql`and record.id ${compared} ${id}`
    // Compared as a pair, so that an index on both walks straight to it.
    return sql`and (${column}, record.id) ${compared} (${value}, ${id})`
  }
  const isAmong = ({ value }: Cursor) => among === 'all' || (among === 'unvalued') === (value === null)
  const [forth, back] = order.direction === 'asc' ? (['>', '<'] as const) : (['<', '>'] as const)
  const none = sql`and false`
  return sql`${!after ? sql`` : isAmong(after) ? past(after, forth) : among === 'unvalued' ? sql`` : none}
    ${!before ? sql`` : isAmong(before) ? past(before, back) : among === 'valued' ? sql`` : none}`
}

function orderable(source: Source, field: string): Orderable {
  const order = source.orders[field]
  if (!order) throw new Error(`${source.name} has no order ${field}`)
  return order
}
