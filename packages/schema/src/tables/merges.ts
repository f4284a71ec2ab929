import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, ofNoReader, ofOwnBrands } from './columns.ts'

/**
 * The log of merges: which two identities were found to be of one customer, by which rule, and when that ended. Those
 * in force hold a customer's identities together, with none too many: n identities have n - 1.
 */
export const customerMerges = pgTable(
  'customer_merges',
  {
    id: uuid().primaryKey(),
    identityId: uuid().notNull(),
    otherIdentityId: uuid().notNull(),
    brand: text().notNull(),
    /** same_as, email, phone or hand. */
    rule: text().notNull(),
    mergedAt: instant().notNull(),
    /** Null: by the rule alone. */
    mergedBy: text(),
    /** Null: in force. */
    undoneAt: instant(),
    /** Null: in force, or what held them together is gone. */
    undoneBy: text(),
  },
  table => [
    index('customer_merges_identity').on(table.identityId),
    index('customer_merges_other').on(table.otherIdentityId),
    ofOwnBrands(),
  ],
)

/** What people have decided of two identities: that they are of one customer, or of two. They overrule every rule. */
export const identityDecisions = pgTable(
  'identity_decisions',
  {
    one: uuid().notNull(),
    other: uuid().notNull(),
    together: boolean().notNull(),
    decidedAt: instant().notNull(),
    decidedBy: text().notNull(),
  },
  table => [
    primaryKey({ columns: [table.one, table.other] }),
    index('identity_decisions_other').on(table.other),
    ofNoReader(),
  ],
)

/** Two customers who may be one, and why no rule made them so: for people to decide. */
export const possibleDuplicates = pgTable(
  'possible_duplicates',
  {
    id: uuid().primaryKey(),
    /** The lesser id. */
    oneId: uuid().notNull(),
    otherId: uuid().notNull(),
    /** Digest of what they share. */
    key: uuid().notNull(),
    brand: text().notNull(),
    /** same_as, same_email, same_phone or similar_email. */
    reason: text().notNull(),
    /** one_source, many, kinds or kept_apart. Null: such a reason only suggests. */
    hindrance: text(),
    /** Of several for the same customers the lowest is shown. */
    rank: integer().notNull(),
    shown: boolean().notNull(),
    since: instant().notNull(),
  },
  table => [
    index('possible_duplicates_key').on(table.key),
    index('possible_duplicates_one').on(table.oneId, table.otherId),
    index('possible_duplicates_other').on(table.otherId),
    index('possible_duplicates_since').on(table.since, table.id),
    ofOwnBrands(),
  ],
)
