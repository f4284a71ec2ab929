import { formatAmount } from '@tweeluik/schema'
import { type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { Refs } from '@tweeluik/schema/tables'
import { z } from 'zod'

/** A row of a kind's table, by the names of the TypeScript side; money and times may be as JSON has them. */
export type StoredRow = Readonly<Record<string, unknown>>

type Shape = Readonly<Record<string, z.ZodType>>

/**
 * The record as its sender gave it, from the row in which it is stored: of a contact what was sent before its events
 * decided anything. Fields without a value are left out; a reference is `{source, id}`.
 */
export function sentRecord(kind: RecordKind, { refs, sent, ...row }: StoredRow): Record<string, unknown> {
  const { shape } = recordKinds[kind].schema
  const stored = { ...row, ...(sent as StoredRow | null), id: row['externalId'] }
  return sentFields(shape, stored, (refs ?? {}) as Refs, '')
}

function sentFields(shape: Shape, row: StoredRow, refs: Refs, place: string): Record<string, unknown> {
  const record: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(shape)) {
    const value = sentField(name, bare(schema), row, refs, place)
    if (value != null) record[name] = value
  }
  return record
}

function sentField(name: string, schema: z.ZodType, row: StoredRow, refs: Refs, place: string): unknown {
  if (schema.meta()?.['form'] === 'reference') return refs[place + name]
  const units = row[`${name}E4`]
  if (units != null) return formatAmount(units as number)
  if (name === 'scale') return [row['scaleMin'], row['scaleMax']]
  const value = row[name]
  if (value == null) return null
  if (value instanceof Date) return value.toISOString()
  if (schema instanceof z.ZodObject) return sentFields(schema.shape, value as StoredRow, refs, `${place}${name}.`)
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) {
    const { shape } = schema.element
    return (value as StoredRow[]).map((item, index) => sentFields(shape, item, refs, `${place}${name}.${index}.`))
  }
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) {
    return inTheirOrder(value as StoredRow, schema.keyType.options)
  }
  return meantAsInstant(schema) ? new Date(String(value)).toISOString() : value
}

/** The database keeps keys in an order of its own. */
const inTheirOrder = (given: StoredRow, keys: readonly (string | number)[]) =>
  Object.fromEntries(keys.filter(key => key in given).map(key => [key, given[key]]))

/** The events of a contact keep its times as text. */
const meantAsInstant = (schema: z.ZodType) => schema.meta()?.['format'] === 'date-time'

/** What a field takes when it has a value. */
export const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap() as z.ZodType) : schema
