import { date, index, pgTable, text } from 'drizzle-orm/pg-core'
import { catalogueColumns, ofOwnBrandsOrShared } from './columns.ts'

/** What happened on a day or over some days, to be seen beside figures. */
export const annotations = pgTable(
  'annotations',
  {
    ...catalogueColumns(),
    name: text().notNull(),
    from: date().notNull(),
    /** Not included. Null: it was a moment, on its day. */
    to: date(),
    description: text(),
    department: text(),
    lens: text(),
  },
  table => [index('annotations_from').on(table.from), ofOwnBrandsOrShared()],
)
