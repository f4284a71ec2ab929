import { facts } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import type { Opening } from './figure.ts'
import { type Asking, answerLimit, type FigureRow } from './figures.queries.ts'
import { filterSql } from './filter.queries.ts'
import { type Fragment, listed, own } from './fragments.queries.ts'
import { RAW_ROWS_MAX, textColumn } from './raw.queries.ts'
import { inWindows, visible } from './road.queries.ts'
import { inSlots } from './terms.queries.ts'
import { toldSpans } from './timeline.ts'

/**
 * How many known customers touched something, over each span on its own: nobody's weeks add up to its year. The whole is
 * a row without keys, since who is in two groups is in it once.
 */
export function selectTouching(sql: TransactionSql, { plan, timeline }: Asking) {
  const { question, terms } = plan
  const spans = toldSpans(question, timeline)
  const columnOf = textColumn(facts.touch.spec, 't')
  const keys = question.groupBy.map((_, at) => own(sql, `key_${at}`))
  const named = question.groupBy.map((dimension, at) => own(sql, `, ${columnOf(dimension)} as key_${at}`))
  const seen = [sql`t.known`, inWindows(sql, plan, sql`t.day`), ...visible(sql, plan, columnOf)]
  const isWhole = keys.length > 0 ? sql`grouping(${listed(sql, keys)}) > 0` : sql`true`
  const sets = keys.length > 0 ? sql`, (stretch, slot, ${listed(sql, keys)})` : sql``
  return sql<FigureRow[]>`/* figuresOfTouching */
    with spans as (
      select * from unnest(${spans.map(({ stretch }) => stretch)}::int[], ${spans.map(({ slot }) => slot)}::int[],
        ${spans.map(({ from }) => from)}::date[], ${spans.map(({ to }) => to)}::date[]) s(stretch, slot, from_day, to_day)
    ), touches as materialized (
      select * from (
        select t.customer_id, t.day${named.reduce((left, right) => sql`${left}${right}`, sql``)}
        from interactions t where ${seen.reduce((left, right) => sql`${left} and ${right}`)} limit ${RAW_ROWS_MAX + 1}
      ) t
    ), counted as (
      select stretch, slot, ${isWhole} as is_whole, count(distinct customer_id) as people${keys.length > 0 ? sql`, ${listed(sql, keys)}` : sql``}
      from spans join touches t on t.day >= from_day and t.day < to_day
      group by grouping sets ((stretch, slot)${sets})
    )
    select stretch, case when is_whole then '[]'::jsonb else jsonb_build_array(${listed(sql, keys)}) end as keys,
      case when row_number() over () = 1 then (select count(*) from touches) else 0 end::int as rows,
      array[${inSlots(sql, terms, () => sql`people`)}]::float8[] as sums
    from counted ${answerLimit(sql)}`
}

/** Each of them, with the last day on which it touched something. */
export function peopleWhoTouched(sql: TransactionSql, { filter, period: { from, to } }: Opening): Fragment {
  const seen = filterSql(sql, filter, textColumn(facts.touch.spec, 't'))
  return sql`/* peopleWhoTouched */ select 'customer'::text as kind, customer_id as id, max(day) as day, 0::float8 as moment, '' as row
      from interactions t where t.known and t.day >= ${from} and t.day < ${to} and ${seen} group by customer_id`
}
