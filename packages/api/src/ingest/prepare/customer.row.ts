import { recordId } from '@tweeluik/schema'
import { emailKey, emailNear, phoneKey } from '../identity/keys.ts'
import type { Ref, RowMaker } from './rows.ts'
import { sorted } from './sorted.ts'

/** What one sender knows of a customer. */
export const customerRow: RowMaker<'customers'> = (record, { source, defaultBrand, phoneCountry, dayOf }) => ({
  id: recordId('customer', source, record.id),
  source,
  externalId: record.id,
  brand: record.brand ?? defaultBrand,
  kind: record.kind ?? null,
  company: record.company ?? null,
  name: record.name ?? null,
  email: record.email ?? null,
  phone: record.phone ?? null,
  language: record.language ?? null,
  country: record.country ?? null,
  segment: record.segment ?? null,
  acquiredAt: record.acquiredAt ?? null,
  churnedAt: record.churnedAt ?? null,
  anonymous: record.anonymous ?? null,
  attributes: record.attributes ? sorted(record.attributes) : null,
  acquiredDay: record.acquiredAt ? dayOf(record.acquiredAt.getTime()) : null,
  churnedDay: record.churnedAt ? dayOf(record.churnedAt.getTime()) : null,
  sameAs: record.sameAs && record.sameAs.length > 0 ? record.sameAs : null,
  sameAsIds: record.sameAs ? othersOf(record.sameAs, { source, id: record.id }) : null,
  emailKey: emailKey(record.email),
  emailNear: emailNear(emailKey(record.email)),
  phoneKey: phoneKey(record.phone, record.country, phoneCountry),
})

/** The ids of the identities, but for its own, as the database writes a list of them. */
function othersOf(sameAs: readonly Ref[], own: Ref): string | null {
  const others = sameAs.filter(({ source, id }) => source !== own.source || id !== own.id)
  return others.length > 0 ? `{${others.map(({ source, id }) => recordId('customer', source, id)).join(',')}}` : null
}
