import { laterDay } from '@tweeluik/schema'
import { type Dimension, lookedUp, type SumPart } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { type ColumnOf, filterSql } from './filter.queries.ts'
import { type Fragment, some } from './fragments.queries.ts'
import type { FactPlan } from './plan.ts'
import type { Term } from './terms.ts'
import { windowsOf } from './timeline.ts'

/**
 * Where a fact's figures are read: all that differs between rollups and the facts themselves. The rows are named `f`
 * and have a day `at_day`.
 */
export interface Road {
  rows: Fragment
  /** Where `u`, the rows before they are cut into stretches, has the currency of its money. */
  currency: Fragment
  /** The column of `f` in which a dimension stands. */
  columnOf(dimension: Dimension): Fragment
  /** Which rows a term looks at, apart from its days. */
  conditions(term: Term): Fragment[]
  /** What a row adds to a sum. */
  sum(term: Term, part: SumPart): Fragment
  /** How many of a row have a gap of more than `reach` days, for a term of gaps. */
  survivors(term: Term, reach: Fragment): Fragment
}

/**
 * Where a dimension is told, given where those stand that the fact holds. What a catalogue says of them is read once a
 * statement, as the reader sees it; a record that is not there says nothing.
 */
export const told =
  (columnOf: ColumnOf): ColumnOf =>
  dimension => {
    const looked = lookedUp[dimension]
    if (!looked) return columnOf(dimension)
    const { by, table, column } = looked
    return `((select jsonb_object_agg(id::text, ${column}) from ${table}) ->> ${columnOf(by)})`
  }

/** Which rows of `t` count, before any term. */
export function visible(sql: TransactionSql, { question }: Pick<FactPlan, 'question'>, columnOf: ColumnOf): Fragment[] {
  return question.filter.all.length > 0 ? [filterSql(sql, question.filter, columnOf)] : []
}

export function inWindows(sql: TransactionSql, { question }: FactPlan, day: Fragment): Fragment {
  return some(
    sql,
    windowsOf(question).map(({ from, to }) => sql`(${day} >= ${from} and ${day} < ${to})`),
  )
}

export function beforeEnd(sql: TransactionSql, { question }: FactPlan, day: Fragment): Fragment {
  const last = windowsOf(question)
    .map(({ to }) => to)
    .reduce(laterDay)
  return sql`${day} < ${last}`
}
