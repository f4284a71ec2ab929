import { boolean, date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ofOwnBrands } from './columns.ts'

/**
 * What known customers did on their active days: a row per customer, day and brand, and per segment and country that the
 * customer had at it. Customers of one brand who never change have one row a day. What is distinct, new, returning or
 * lost is told from the days between these, of any brands together.
 */
export const customerDays = pgTable(
  'customer_days',
  {
    customerId: uuid().notNull(),
    day: date().notNull(),
    brand: text().notNull(),
    segment: text(),
    country: text(),
    contacted: boolean().notNull(),
    ordered: boolean().notNull(),
    /** Had an interaction. */
    visited: boolean().notNull(),
    acquired: boolean().notNull(),
    churned: boolean().notNull(),
  },
  table => [
    unique('customer_days_key')
      .on(table.customerId, table.day, table.brand, table.segment, table.country)
      .nullsNotDistinct(),
    index('customer_days_day').on(table.day),
    ofOwnBrands(),
  ],
)
