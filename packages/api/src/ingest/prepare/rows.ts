import { type Day, nobodyId, recordId } from '@tweeluik/schema'
import type { RecordKind, RecordName, ValidRecord } from '@tweeluik/schema/records'

/** What a row is derived by, apart from its record. */
export interface RowContext {
  source: string
  currency: string
  defaultBrand: string
  phoneCountry: string
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

/** References that were sent, for giving the record back whole. Null: none. */
function sentRefs(refs: Record<string, Ref | null>): Record<string, Ref> | null {
  let sent: Record<string, Ref> | null = null
  for (const name in refs) {
    const ref = refs[name]
    if (!ref) continue
    sent ??= {}
    sent[name] = ref
  }
  return sent
}

/** What every fact's record has in common. */
interface FactRecord {
  id: string
  customer?: string | Ref | null
  brand?: string | null
}

/** The columns that every fact has; without a customer it lives with a nobody of its own. */
export function factRow(
  kind: RecordName,
  record: FactRecord,
  refs: Record<string, Ref | null>,
  { source, defaultBrand }: RowContext,
): Row {
  const customer = refOf(record.customer, source)
  const identityId = idOf('customer', customer)
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
    refs: sentRefs({ customer, ...refs }),
  }
}

/** The columns that every record of a catalogue has; without brand it is shared by all. */
export function catalogueRow(
  kind: RecordName,
  record: Pick<FactRecord, 'id' | 'brand'>,
  refs: Record<string, Ref | null>,
  { source }: RowContext,
): Row {
  return {
    id: recordId(kind, source, record.id),
    brand: record.brand ?? null,
    source,
    externalId: record.id,
    refs: sentRefs(refs),
  }
}

/** How one kind of record becomes a row: all columns but its content and its version. */
export type RowMaker<Kind extends RecordKind> = (record: ValidRecord<Kind>, context: RowContext) => Row
