import { columnName } from '@tweeluik/schema/facts'
import type { RecordKind } from '@tweeluik/schema/records'
import { contacts, costRates, customerIdentities, feedback, orders } from '@tweeluik/schema/tables'
import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Row } from './rows.ts'

/** Columns of a stage that its table does not have. */
const STAGE_ONLY = ['position', 'line', 'updatedAt', 'deletedAt'] as const
const IDENTITY = ['identitySource', 'identityExternalId'] as const
/** Decided in the database, from neighbours and from what is there already. */
const FROM_DATABASE = new Set([
  'versionAt',
  'versionSequence',
  'segment',
  'country',
  'previousGapDays',
  'nearestGapDays',
  'costE4',
  'costCurrency',
  'repeat',
])

function columnsOf(table: PgTable, { fact }: { fact: boolean }, without: readonly string[] = []): string[] {
  const own = Object.keys(getTableColumns(table)).filter(
    name => !without.includes(name) && !(fact && FROM_DATABASE.has(name)),
  )
  return fact ? [...own, ...STAGE_ONLY, ...IDENTITY] : [...own, ...STAGE_ONLY]
}

/** In which order a kind's columns come to the stage. */
export const stageColumns: Record<RecordKind, readonly string[]> = {
  customers: columnsOf(customerIdentities, { fact: false }, ['customerId', 'versionAt', 'versionSequence']),
  contacts: columnsOf(contacts, { fact: true }),
  feedback: columnsOf(feedback, { fact: true }, ['channel', 'team']),
  orders: columnsOf(orders, { fact: true }),
  'cost-rates': columnsOf(costRates, { fact: false }, ['versionAt', 'versionSequence']),
}

/** The names that the database knows the columns by. */
export const stageColumnNames = (kind: RecordKind) => stageColumns[kind].map(columnName)

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return escaped(JSON.stringify(value))
  return typeof value === 'string' ? escaped(value) : String(value)
}

const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, character => ESCAPES[character] ?? character)

/** Rows in the text format of Postgres' COPY. */
export function copyText(rows: readonly Row[], columns: readonly string[]): string {
  return rows.map(row => `${columns.map(column => copyValue(row[column])).join('\t')}\n`).join('')
}
