import { sql } from 'drizzle-orm'
import { bigint, jsonb, pgPolicy, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** An instant with its zone, to the millisecond. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
/** A whole number that may pass 2^31 and stays under 2^53. */
export const whole = () => bigint({ mode: 'number' })
/** Money in 1/10,000 of the major unit; named by hand, since `amountE4` would become `amount_e_4`. */
export const amountE4 = (name: `${string}_e4`) => bigint(name, { mode: 'number' })

/** References by their field, as sent: the sender's source and id. */
export type Refs = Record<string, { source: string; id: string }>

/**
 * The load that last wrote a row as its sender tells it, or gave it another home. Loads run one at a time, so that these
 * numbers stand in the order of their commits: whoever has read up to one has missed nothing before it.
 */
export const loadNumber = () =>
  bigint({ mode: 'number' })
    .notNull()
    .default(sql`coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint`)

/** Which of two images of one record is the newer: the sender's `updatedAt`, else when it first came; then the inbox order. */
const version = () => ({
  versionAt: instant().notNull(),
  versionSequence: whole().notNull(),
  /** Digest of the record as sent, `updatedAt` aside: equal content is no change. */
  content: uuid().notNull(),
  loadNumber: loadNumber(),
})

/** What every record of a catalogue carries. Without brand it is shared by all brands. */
export const catalogueColumns = () => ({
  id: uuid().primaryKey(),
  brand: text(),
  source: text().notNull(),
  externalId: text().notNull(),
  ...version(),
  /** References as sent, for giving the record back whole. */
  refs: jsonb().$type<Refs>(),
})

/** What every fact carries, whatever it tells. */
export const factColumns = () => ({
  customerId: uuid().notNull(),
  id: uuid().notNull(),
  brand: text().notNull(),
  source: text().notNull(),
  externalId: text().notNull(),
  /** The identity that the sender named; it stays with the fact when customers merge. Null: nobody named. */
  identityId: uuid(),
  ...version(),
  /** References as sent, for records that are not here yet and for giving the record back whole. */
  refs: jsonb().$type<Refs>(),
  /** The customer's segment and country as they were at the fact. */
  segment: text(),
  country: text(),
})

/**
 * A reader sees the rows of the brands named in its transaction, and nothing without that setting.
 * The sub-select is evaluated once a query, and `= any(..)` keeps the indexes in use.
 */
export const ofOwnBrands = () =>
  pgPolicy('of_own_brands', {
    for: 'select',
    using: sql`brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[])`,
  })

/** As {@link ofOwnBrands}, for a catalogue: a row without brand is shared by all brands. */
export const ofOwnBrandsOrShared = () =>
  pgPolicy('of_own_brands_or_shared', {
    for: 'select',
    using: sql`(brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[])`,
  })

/** For rows of no brand: whoever may see any brand sees them. */
export const ofAnyReader = () =>
  pgPolicy('of_any_reader', {
    for: 'select',
    using: sql`coalesce(current_setting('tweeluik.brands', true), '') <> ''`,
  })

/** No reader ever: secrets, tokens and what was sent, raw. */
export const ofNoReader = () => pgPolicy('of_no_reader', { for: 'select', using: sql`false` })
