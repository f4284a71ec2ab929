import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, ofAnyReader, ofNoReader, ofOwnBrands } from './columns.ts'

/** The organisation's settings (time zone, currency, windows): facts are derived by them, so they change only by a rebuild. */
export const settings = pgTable('settings', { key: text().primaryKey(), value: jsonb().notNull() }, () => [
  ofAnyReader(),
])

/** Every brand that a record ever named. */
export const brands = pgTable('brands', { brand: text().primaryKey(), firstSeenAt: instant().notNull() }, () => [
  ofOwnBrands(),
])

/** What only the owner's own processes may read. */
export const secrets = pgTable('secrets', { name: text().primaryKey(), value: text().notNull() }, () => [ofNoReader()])

/** Who may do what. The token itself is shown once; only its digest is kept. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    digest: text().notNull().unique(),
    role: text().notNull(),
    /** Null: every brand. */
    brands: text().array(),
    /** The one source an integrator may write. Null for the other roles. */
    source: text(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    lastUsedAt: instant(),
  },
  () => [ofNoReader()],
)
