import type { Part } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { type Fragment, listed, own } from './fragments.queries.ts'
import type { Term } from './terms.ts'

/** The columns of terms that are told of each span by itself: one for each slot, filled where the row's `slot` is it. */
export const inSlots = (
  sql: TransactionSql,
  terms: readonly Term[],
  columnOf: (part: Part, term: Term) => Fragment,
): Fragment =>
  listed(
    sql,
    terms.flatMap(term =>
      Array.from(
        { length: term.width },
        (_, slot) => sql`case slot when ${own(sql, String(slot))} then ${columnOf(term.part, term)} else 0 end`,
      ),
    ),
  )
