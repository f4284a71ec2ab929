import { columnName } from '@tweeluik/schema/facts'
import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import { columnsOf, recordTables } from '../record-tables.ts'
import type { Row } from './rows.ts'

/** Columns of a stage that its table does not have. */
const STAGE_ONLY = ['position', 'line', 'updatedAt', 'deletedAt'] as const
const IDENTITY = ['identitySource', 'identityExternalId'] as const
/** Decided in the database, from what is there already. */
const FROM_DATABASE = {
  fact: ['versionAt', 'versionSequence', 'segment', 'country'],
  catalogue: ['versionAt', 'versionSequence'],
  identity: ['versionAt', 'versionSequence', 'customerId'],
} as const

function stageColumnsOf(kind: RecordKind): string[] {
  const { form, derived } = recordTables[kind]
  const decided = new Set<string>([...FROM_DATABASE[form], ...derived])
  const own = columnsOf(kind).filter(name => !decided.has(name))
  return [...own, ...STAGE_ONLY, ...(form === 'fact' ? IDENTITY : [])]
}

const byKind: Record<string, readonly string[]> = Object.fromEntries(
  kindNames.map(kind => [kind, stageColumnsOf(kind)]),
)

/** In which order a kind's columns come to the stage. */
export const stageColumns = byKind as Record<RecordKind, readonly string[]>

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
