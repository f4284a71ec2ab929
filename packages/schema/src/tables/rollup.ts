import { bigint, boolean, date, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { ofAnyReader, ofOwnBrands, whole } from './columns.ts'

/** A cell's address: one fact, one set of dimensions, one day and one value of each. */
const cell = () => ({
  fact: text().notNull(),
  /** The dimension set, joined by commas in the order of d1 to d3; empty for none. */
  dimensions: text().notNull(),
  day: date().notNull(),
  brand: text().notNull(),
  /** Of the money in the cell. Null where the fact has none. */
  currency: text(),
  d1: text(),
  d2: text(),
  d3: text(),
})

/** The folded cells. `sums[n]` is the part at position n of `rollup_parts`; null is 0. */
export const rollup = pgTable('rollup', { ...cell(), sums: bigint({ mode: 'number' }).array().notNull() }, table => [
  unique('rollup_cell')
    .on(table.fact, table.dimensions, table.day, table.brand, table.currency, table.d1, table.d2, table.d3)
    .nullsNotDistinct(),
  ofOwnBrands(),
])

/**
 * Gaps in days, folded for reading: `survivors[k + 1]` counts those whose gap is more than k days. The last element
 * counts those without any gap, and stands for every k beyond.
 */
export const rollupGaps = pgTable(
  'rollup_gaps',
  { ...cell(), part: text().notNull(), survivors: integer().array().notNull() },
  table => [
    unique('rollup_gaps_cell')
      .on(
        table.fact,
        table.dimensions,
        table.part,
        table.day,
        table.brand,
        table.currency,
        table.d1,
        table.d2,
        table.d3,
      )
      .nullsNotDistinct(),
    ofOwnBrands(),
  ],
)

/**
 * What changed since the last fold, by all dimensions of its fact: a row is for every dimension set, and folding gives it
 * to each. A row either adds to `sums`, or adds `n` to those of `part` whose gap is `gap_days` (null: no gap).
 */
export const rollupDelta = pgTable(
  'rollup_delta',
  {
    fact: text().notNull(),
    day: date().notNull(),
    brand: text().notNull(),
    /** Of the money in the sums. Null where the fact has none. */
    currency: text(),
    /** In the order of `deltaDimensions`. */
    dimensionValues: text().array().notNull(),
    sums: bigint({ mode: 'number' }).array(),
    part: text(),
    gapDays: integer(),
    n: whole(),
  },
  // The day first: a first column of few values makes the planner believe that rows lie in the order of the index.
  table => [index('rollup_delta_day').on(table.day, table.fact), ofOwnBrands()],
)

/**
 * How many values of one part lie in each bucket: `counts[1]` in bucket `lowest`, `counts[2]` in the next. For all weeks and
 * months, and for the days of late.
 */
export const rollupSketches = pgTable(
  'rollup_sketches',
  {
    fact: text().notNull(),
    /** Joined by commas; its values are d1 and d2. */
    dimensions: text().notNull(),
    /** The position in `sums` of what the values add up to. */
    position: integer().notNull(),
    grain: text({ enum: ['day', 'week', 'month'] }).notNull(),
    /** The first day of its day, week or month. */
    day: date().notNull(),
    brand: text().notNull(),
    d1: text(),
    d2: text(),
    lowest: integer().notNull(),
    counts: integer().array().notNull(),
  },
  table => [
    unique('rollup_sketches_cell')
      .on(table.fact, table.dimensions, table.position, table.grain, table.day, table.brand, table.d1, table.d2)
      .nullsNotDistinct(),
    ofOwnBrands(),
  ],
)

/** Which parts of a fact are kept and where, and by which dimension sets. A position is never used again for another part. */
export const rollupParts = pgTable(
  'rollup_parts',
  {
    fact: text().notNull(),
    part: text().notNull(),
    store: text({ enum: ['sums', 'gaps', 'sketches', 'sets'] }).notNull(),
    /** In `sums`; of a sketch that of the sum of its values; of gaps and sets 0. */
    position: integer().notNull(),
    /** What is kept, where the name alone does not tell: of gaps. */
    definition: text(),
    /** Whether every cell has it: a part that is newer than the data is first computed from the facts. */
    ready: boolean().notNull(),
    /** Of a sketch: since when days are kept too. */
    daysFrom: date(),
  },
  table => [primaryKey({ columns: [table.fact, table.part] }), ofAnyReader()],
)
