import { createHash } from 'node:crypto'
import { type Day, nobodyId, recordId } from '@tweeluik/schema'
import type { RecordKind, ValidRecord } from '@tweeluik/schema/records'

/** What a row is derived by, apart from its record. */
export interface RowContext {
  source: string
  currency: string
  defaultBrand: string
  dayOf: (instantMs: number) => Day
}

/** A database row still in memory; keys are the columns' names in TypeScript. */
export type Row = Record<string, unknown>

export interface Ref {
  source: string
  id: string
}

/** A reference as sent: an id of the sender's own, or one of another source. */
export function refOf(value: string | Ref | null | undefined, source: string): Ref | null {
  if (value == null) return null
  return typeof value === 'string' ? { source, id: value } : value
}

/** The id of the record that is referred to, whether or not it has come. */
export const idOf = (kind: string, ref: Ref | null) => (ref ? recordId(kind, ref.source, ref.id) : null)

/** A digest as a uuid, which Postgres compares fast. Keys are sorted: the order of fields is no content. */
export function contentOf(record: object): string {
  const text = JSON.stringify(record, (key, value: unknown) => {
    if (key === 'updatedAt' || value === null) return undefined
    return value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value
  })
  const hex = createHash('md5').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The columns that every fact has; without a customer it lives with a nobody of its own. */
export function factRow(
  kind: 'contact' | 'feedback' | 'order',
  record: ValidRecord<'contacts' | 'feedback' | 'orders'>,
  refs: Record<string, Ref | null>,
  { source, defaultBrand }: RowContext,
): Row {
  const customer = refOf(record.customer, source)
  const identityId = idOf('customer', customer)
  const named = Object.fromEntries(Object.entries({ customer, ...refs }).filter(([, ref]) => ref !== null))
  return {
    id: recordId(kind, source, record.id),
    customerId: identityId ?? nobodyId(kind, source, record.id),
    identityId,
    identitySource: customer?.source ?? null,
    identityExternalId: customer?.id ?? null,
    known: identityId !== null,
    brand: record.brand ?? defaultBrand,
    source,
    externalId: record.id,
    refs: Object.keys(named).length === 0 ? null : named,
    content: contentOf(record),
    updatedAt: record.updatedAt ?? null,
    deletedAt: null,
  }
}

/** How one kind of record becomes rows. */
export type RowMaker<Kind extends RecordKind> = (record: ValidRecord<Kind>, context: RowContext) => Row
