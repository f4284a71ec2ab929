import { sql } from 'drizzle-orm'
import { boolean, date, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, loadNumber, ofOwnBrands, whole } from './columns.ts'

const attributes = () => ({
  kind: text(),
  company: text(),
  name: text(),
  email: text(),
  phone: text(),
  language: text(),
  country: text(),
  segment: text(),
  acquiredAt: instant(),
  churnedAt: instant(),
  anonymous: boolean(),
  attributes: jsonb().$type<Record<string, unknown>>(),
})

/** A person or company: the newest of its identities' attributes, field by field. */
export const customers = pgTable(
  'customers',
  {
    /** The least of its identities' ids, so that the order of arrival does not matter. */
    id: uuid().primaryKey(),
    brand: text().notNull(),
    ...attributes(),
    /** Lower case, in one Unicode form: searched by `=` and by prefix, which the policy lets use an index. */
    nameSearch: text(),
    emailSearch: text(),
    /** `acquiredAt` and `churnedAt` as days of the organisation's zone. */
    acquiredDay: date(),
    churnedDay: date(),
    loadNumber: loadNumber(),
  },
  table => [
    index('customers_load').on(table.loadNumber),
    index('customers_name_search').on(table.nameSearch, table.id),
    index('customers_email_search').on(table.emailSearch, table.id),
    index('customers_acquired').on(table.acquiredAt, table.id),
    index('customers_segment').on(table.segment, table.id),
    index('customers_country').on(table.country, table.id),
    ofOwnBrands(),
  ],
)

/** One sender's knowledge of a customer, whole and versioned. Attributes are null until that sender sent the record itself. */
export const customerIdentities = pgTable(
  'customer_identities',
  {
    id: uuid().primaryKey(),
    source: text().notNull(),
    externalId: text().notNull(),
    customerId: uuid().notNull(),
    brand: text().notNull(),
    ...attributes(),
    acquiredDay: date(),
    churnedDay: date(),
    sameAs: jsonb().$type<{ source: string; id: string }[]>(),
    /** Of the identities in `sameAs`. Null: it names none but itself. */
    sameAsIds: uuid().array(),
    /** By these, identities of one customer are recognised. Null: none was sent, or it is no address or number. */
    emailKey: text(),
    /** As `emailKey`, without what often differs in the address of one and the same mailbox. */
    emailNear: text(),
    phoneKey: text(),
    versionAt: instant(),
    versionSequence: whole(),
    content: uuid(),
  },
  table => [
    index('customer_identities_customer').on(table.customerId),
    index('customer_identities_same_as').using('gin', table.sameAsIds).where(sql`same_as_ids is not null`),
    index('customer_identities_email').on(table.emailNear).where(sql`email_near is not null`),
    index('customer_identities_phone').on(table.phoneKey).where(sql`phone_key is not null`),
    ofOwnBrands(),
  ],
)

/** Every version's segment and country, so that a fact can be stamped with what was true at its time. */
export const customerVersions = pgTable(
  'customer_versions',
  {
    customerId: uuid().notNull(),
    identityId: uuid().notNull(),
    brand: text().notNull(),
    versionAt: instant().notNull(),
    versionSequence: whole().notNull(),
    segment: text(),
    country: text(),
    /** From this version on, of all identities of the customer together: of each the newest that is known. */
    customerSegment: text(),
    customerCountry: text(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.identityId, table.versionAt, table.versionSequence] }),
    ofOwnBrands(),
  ],
)
