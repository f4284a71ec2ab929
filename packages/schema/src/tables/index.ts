export * from './annotations.ts'
export * from './calendars.ts'
export type { Refs } from './columns.ts'
export * from './contact-events.ts'
export * from './contacts.ts'
export * from './cost-rates.ts'
export * from './customer-days.ts'
export * from './customers.ts'
export * from './exchange-rates.ts'
export * from './exposures.ts'
export * from './feedback.ts'
export * from './feeds.ts'
export * from './ingest.ts'
export * from './interactions.ts'
export * from './investments.ts'
export * from './journey-maps.ts'
export * from './journeys.ts'
export * from './lifetime-fits.ts'
export * from './merges.ts'
export * from './orders.ts'
export * from './organisation.ts'
export * from './quality-reviews.ts'
export * from './rollup.ts'
export * from './sla-policies.ts'
export * from './sla-targets.ts'
export * from './surveys.ts'
export * from './touchpoints.ts'
export * from './triggers.ts'

/** Tables on which a reader gets no rights at all, on top of their policy. */
export const OWNER_ONLY_TABLES = [
  'secrets',
  'api_tokens',
  'inbox',
  'rejected_records',
  'ingest_notices',
  'waiting_records',
  'record_home',
  'identity_decisions',
  'tap_states',
  'tombstones',
  'working_spans',
] as const
