import { hash } from 'node:crypto'
import { columnName } from '@tweeluik/schema/facts'
import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import { columnsOf, recordTables } from '../record-tables.ts'
import type { Row } from './rows.ts'

const IDENTITY = ['identitySource', 'identityExternalId'] as const
/** Of what was sent rather than of what it says; `content` tells whether that is new. */
const ABOUT_THE_ROW = ['content', 'position', 'line', 'updatedAt', 'deletedAt'] as const
/** Decided in the database, from what is there already. */
const FROM_DATABASE = {
  fact: ['versionAt', 'versionSequence', 'segment', 'country'],
  catalogue: ['versionAt', 'versionSequence'],
  identity: ['versionAt', 'versionSequence', 'customerId'],
} as const

function contentColumnsOf(kind: RecordKind): string[] {
  const { form, derived } = recordTables[kind]
  const without = new Set<string>([...FROM_DATABASE[form], ...derived, ...ABOUT_THE_ROW])
  const own = columnsOf(kind).filter(name => !without.has(name))
  return form === 'fact' ? [...own, ...IDENTITY] : own
}

interface ContentColumn {
  name: string
  /** Begins what the column says in a digest. */
  label: string
}

const byKind: Record<string, readonly ContentColumn[]> = Object.fromEntries(
  kindNames.map(kind => [kind, contentColumnsOf(kind).map(name => ({ name, label: `\n${name}\t` }))]),
)
const contentColumns = byKind as Record<RecordKind, readonly ContentColumn[]>

/** In which order a kind's columns come to the stage, by their names in the database. */
export const stageColumnNames = (kind: RecordKind) =>
  [...contentColumns[kind].map(column => column.name), ...ABOUT_THE_ROW].map(columnName)

/** A row on its way to the stage. */
export interface StageRow {
  /** Null: a deletion, which says nothing else. */
  content: string | null
  position: number
  line: number
  updatedAt: Date | null
  deletedAt: Date | null
}

/** A row with what it says, and its line in the text format of Postgres' COPY, without the end. */
export function stageRow(
  kind: RecordKind,
  said: Row,
  sent: Omit<StageRow, 'content'>,
): { row: StageRow; line: string } {
  const cells: string[] = []
  let text = ''
  for (const { name, label } of contentColumns[kind]) {
    const cell = copyValue(said[name])
    cells.push(cell)
    if (cell !== NULL) text += label + cell
  }
  const row: StageRow = { ...sent, content: sent.deletedAt ? null : digestOf(text) }
  for (const name of ABOUT_THE_ROW) cells.push(copyValue(row[name]))
  return { row, line: cells.join('\t') }
}

/**
 * As a uuid, which Postgres compares fast. A column without a value has no part in it, so that one more column leaves
 * the digests of all that came before as they are.
 */
const digestOf = (text: string) => hash('sha1', text).slice(0, 32)

const NULL = '\\N'
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function copyValue(value: unknown): string {
  if (value === null || value === undefined) return NULL
  if (typeof value === 'string') return escaped(value)
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value)
}

const ESCAPED = /[\\\t\n\r]/g
/** Few texts hold any: a search costs a third of a replacement that finds nothing. */
const escaped = (text: string) =>
  text.search(ESCAPED) === -1 ? text : text.replace(ESCAPED, character => ESCAPES[character] ?? character)
