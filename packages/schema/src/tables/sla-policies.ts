import { integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { catalogueColumns, instant, ofOwnBrandsOrShared } from './columns.ts'

/** What was promised about which contacts, from a moment on. */
export const slaPolicies = pgTable(
  'sla_policies',
  {
    ...catalogueColumns(),
    version: integer().notNull(),
    from: instant().notNull(),
    where: jsonb()
      .$type<{ channel?: string | null; team?: string | null; topic?: string | null; segment?: string | null }>()
      .notNull(),
    firstResponseSeconds: integer(),
    nextReplySeconds: integer(),
    resolutionSeconds: integer(),
    calendarId: uuid(),
  },
  () => [ofOwnBrandsOrShared()],
)
