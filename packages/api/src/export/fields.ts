import { type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { z } from 'zod'
import { columnsOf } from '../ingest/record-tables.ts'
import { bare } from '../ingest/sent-record.ts'

/** A field of a kind's records, as a column of a file. */
export interface ExportField {
  name: string
  form: 'text' | 'reference' | 'number' | 'integer' | 'boolean' | 'json' | 'instant' | 'day' | 'money'
}

/** All that may be sent of a kind, in the order of its schema. */
export function exportFields(kind: RecordKind): ExportField[] {
  const columns = new Set(columnsOf(kind))
  const shape: Readonly<Record<string, z.ZodType>> = recordKinds[kind].schema.shape
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    form: columns.has(`${name}E4`) ? 'money' : formOf(bare(schema)),
  }))
}

function formOf(schema: z.ZodType): ExportField['form'] {
  const { form, format, type } = schema.meta() ?? {}
  if (format === 'date-time') return 'instant'
  if (format === 'date') return 'day'
  if (form === 'number') return type === 'integer' ? 'integer' : 'number'
  return form === 'reference' || form === 'boolean' || form === 'json' ? form : 'text'
}
