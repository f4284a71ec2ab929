export * from './contacts.ts'
export * from './cost-rates.ts'
export * from './customer-days.ts'
export * from './customers.ts'
export * from './feedback.ts'
export * from './ingest.ts'
export * from './orders.ts'
export * from './organisation.ts'
export * from './rollup.ts'

/** Tables on which a reader gets no rights at all, on top of their policy. */
export const OWNER_ONLY_TABLES = [
  'secrets',
  'api_tokens',
  'inbox',
  'rejected_records',
  'record_home',
  'tombstones',
] as const
