import { fail } from '@tweeluik/schema'
import { getTableColumns } from 'drizzle-orm'
import { isUuid } from './global-id.ts'
import { readOpaque, writeOpaque } from './opaque.ts'
import { isDay, isStorable } from './scalars.ts'
import type { Source } from './source.ts'

/**
 * The place of a record in an order: its value there, and its id, which tells equal ones apart. A place stays right
 * when records come and go before it, and the database walks to it by index, where an offset would count its way.
 */
export interface Cursor {
  /** Null: the record has none, and lies among the last. */
  value: string | number | null
  id: string
}

/** The word of the order is in it, since it means nothing under another. */
export function writeCursor(source: Source, field: string, row: Readonly<Record<string, unknown>>): string {
  const column = source.orders[field]?.column ?? 'id'
  return writeOpaque([field, row[column], row['id']])
}

export function readCursor(source: Source, field: string, text: string, path: string): Cursor {
  const [word, value, id] = readOpaque(text)
  if (word !== field || typeof id !== 'string' || !isUuid(id) || !fits(source, field, value)) {
    fail(
      'BAD_CURSOR',
      path,
      'This is no cursor of this list',
      'Send a cursor that the same list gave, in the same order',
    )
  }
  return { value, id }
}

/** Whether the database can compare the order's column with it: what clients send is never trusted to be ours. */
function fits(source: Source, field: string, value: unknown): value is Cursor['value'] {
  const order = source.orders[field]
  const column = order && getTableColumns(source.table)[order.column]
  if (value === null) return order?.nullable === true
  if (typeof value === 'number') return column?.dataType === 'number' && Number.isFinite(value)
  if (typeof value !== 'string') return false
  if (column?.dataType === 'date') return isStorable(new Date(value))
  if (column?.columnType === 'PgUUID') return isUuid(value)
  if (column?.columnType === 'PgDateString') return isDay(value)
  return column?.dataType === 'string' && !value.includes('\0')
}
