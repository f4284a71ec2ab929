import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { catalogueColumns, ofOwnBrandsOrShared } from './columns.ts'

/** The cause of contacts, with the department that owns it. */
export const triggers = pgTable(
  'triggers',
  {
    ...catalogueColumns(),
    name: text().notNull(),
    parentId: uuid(),
    department: text().notNull(),
    intent: text(),
    avoidable: boolean(),
    ratePer: text(),
  },
  table => [index('triggers_parent').on(table.parentId), ofOwnBrandsOrShared()],
)
