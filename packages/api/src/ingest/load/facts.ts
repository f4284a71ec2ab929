import { columnName, type FactName } from '@tweeluik/schema/facts'
import type { RecordKind } from '@tweeluik/schema/records'
import { contacts, feedback, orders } from '@tweeluik/schema/tables'
import { getTableColumns } from 'drizzle-orm'

/** How a fact's records are loaded: all that its generic statements need to know of it. */
export interface FactLoad {
  fact: FactName
  /** Singular, as in ids and homes. */
  kind: 'contact' | 'feedback' | 'order'
  records: RecordKind
  table: string
  /** The moment by which segment and country are looked up. */
  at: string
  /** Every column of the table, by its name in the database. */
  columns: readonly string[]
}

const columnsOf = (table: Parameters<typeof getTableColumns>[0]) => Object.keys(getTableColumns(table)).map(columnName)

export const contactLoad: FactLoad = {
  fact: 'contact',
  kind: 'contact',
  records: 'contacts',
  table: 'contacts',
  at: 'opened_at',
  columns: columnsOf(contacts),
}

export const feedbackLoad: FactLoad = {
  fact: 'feedback',
  kind: 'feedback',
  records: 'feedback',
  table: 'feedback',
  at: 'at',
  columns: columnsOf(feedback),
}

export const orderLoad: FactLoad = {
  fact: 'order',
  kind: 'order',
  records: 'orders',
  table: 'orders',
  at: 'at',
  columns: columnsOf(orders),
}

export const factLoads: readonly FactLoad[] = [contactLoad, feedbackLoad, orderLoad]
