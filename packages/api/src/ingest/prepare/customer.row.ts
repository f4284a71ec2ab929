import { recordId } from '@tweeluik/schema'
import type { RowMaker } from './rows.ts'
import { sorted } from './sorted.ts'

/** What one sender knows of a customer. */
export const customerRow: RowMaker<'customers'> = (record, { source, defaultBrand, dayOf }) => ({
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
})
