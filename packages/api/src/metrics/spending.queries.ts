import { type Day, earlierDay, laterDay, spanBefore, yearUpTo } from '@tweeluik/schema'
import { facts, type Part, type SpendingPart } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { worth } from './exchange.queries.ts'
import type { Opening } from './figure.ts'
import { type Asking, answerLimit, type FigureRow } from './figures.queries.ts'
import { filterSql } from './filter.queries.ts'
import { every, type Fragment, listed, own, some, unionAll } from './fragments.queries.ts'
import type { Period } from './periods.ts'
import type { Question } from './question.ts'
import { RAW_ROWS_MAX, textColumn } from './raw.queries.ts'
import { inSlots } from './terms.queries.ts'
import { type ToldSpan, toldSpans } from './timeline.ts'

interface SpendingSpan extends ToldSpan {
  before: Period
  year: Period
  /** The days whose orders it looks at. */
  reach: Period
}

function spansOf({ plan: { question, terms }, timeline }: Asking): SpendingSpan[] {
  const needs = new Set(terms.map(({ part }) => (part.type === 'spending' ? part.among : null)))
  return toldSpans(question, timeline).map(span => {
    const before = spanBefore(span, question.today)
    const year = yearUpTo(span, question.today)
    const looked = [...(needs.has('before') ? [before, span] : []), ...(needs.has('year') ? [year] : [])]
    const reach = {
      from: looked.map(one => one.from).reduce(earlierDay),
      to: looked.map(one => one.to).reduce(laterDay),
    }
    return { ...span, before, year, reach }
  })
}

/**
 * What customers spent, first added up by customer, over each span on its own: nobody's months add up to its year. The
 * whole is a row without keys, since who is in two groups is in it once.
 */
export function selectSpending(sql: TransactionSql, asking: Asking) {
  const { question, terms } = asking.plan
  const spans = spansOf(asking)
  const reaches = spans.map(({ reach }) => reach)
  const numbers = (pick: (span: SpendingSpan) => number) => sql`${spans.map(pick)}::int[]`
  const days = (pick: (span: SpendingSpan) => Day) => sql`${spans.map(pick)}::date[]`
  const keys = question.groupBy.map((_, at) => own(sql, `key_${at}`))
  const whole = sql`s.stretch, s.slot, m.customer_id`
  const isWhole = keys.length > 0 ? sql`grouping(${listed(sql, keys)}) > 0` : sql`true`
  const group = listed(sql, [sql`stretch`, sql`slot`, sql`is_whole`, ...keys])
  return sql<FigureRow[]>`/* figuresOfSpending */
    with spans as (
      select * from unnest(${numbers(({ stretch }) => stretch)}, ${numbers(({ slot }) => slot)},
        ${days(({ from }) => from)}, ${days(({ to }) => to)},
        ${days(({ before }) => before.from)}, ${days(({ before }) => before.to)},
        ${days(({ year }) => year.from)}, ${days(({ year }) => year.to)},
        ${days(({ reach }) => reach.from)}, ${days(({ reach }) => reach.to)}
      ) s(stretch, slot, from_day, to_day, before_from, before_to, year_from, year_to, reach_from, reach_to)
    ), moves as materialized (
      select * from (${moves(sql, question, reaches)}) m limit ${RAW_ROWS_MAX + 1}
    ), spent as (
      select ${listed(sql, [whole, ...keys])}, ${isWhole} as is_whole,
        sum(m.amount) filter (where m.day >= s.before_from and m.day < s.before_to) as before,
        greatest(sum(m.amount) filter (where m.day >= s.from_day and m.day < s.to_day), 0) as now,
        sum(m.amount) filter (where m.day >= s.year_from and m.day < s.year_to) as year
      from spans s join moves m on m.day >= s.reach_from and m.day < s.reach_to
      group by grouping sets ((${whole})${keys.length > 0 ? sql`, (${listed(sql, [whole, ...keys])})` : sql``})
    ), ranked as (
      select *, row_number() over (partition by ${group} order by year desc nulls last)
        <= ceil(count(*) filter (where year > 0) over (partition by ${group}) / 10.0) as is_top
      from spent
    )
    select stretch, case when is_whole then '[]'::jsonb else jsonb_build_array(${listed(sql, keys)}) end as keys,
      case when row_number() over () = 1 then (select count(*) from moves) else 0 end::int as rows,
      array[${inSlots(sql, terms, part => sumOf(sql, part))}] as sums
    from ranked group by ${group} ${answerLimit(sql)}`
}

const AMOUNTS = {
  before: 'before',
  now: 'coalesce(now, 0)',
  kept: 'least(before, coalesce(now, 0))',
  year: 'year',
  share: 'year',
} as const

function sumOf(sql: TransactionSql, part: Part): Fragment {
  if (part.type !== 'spending') throw new Error(`${part.type} is not spending`)
  const { among, of } = part
  const product = of.length > 0 ? of.map(one => AMOUNTS[one]).join(' * ') : '1'
  const shown = of.includes('share') ? ' and (is_top or not is_whole)' : ''
  return own(sql, `round(coalesce(sum(${product}) filter (where ${among} > 0${shown}), 0))::float8`)
}

/** What known customers ordered and got back on these days, in the currency asked. */
function moves(
  sql: TransactionSql,
  { currency, filter, groupBy }: Pick<Question, 'currency' | 'filter' | 'groupBy'>,
  reaches: readonly Period[],
): Fragment {
  const columnOf = textColumn(facts.spending.spec, 't')
  const keys = groupBy.map((dimension, at) => own(sql, `${columnOf(dimension)} as key_${at}`))
  const rate = worth(sql, currency, { brand: sql`t.brand`, currency: sql`t.currency`, day: sql`t.day` })
  const within = some(
    sql,
    hullsOf(reaches).map(({ from, to }) => sql`(t.day >= ${from} and t.day < ${to})`),
  )
  const conditions = every(sql, [sql`t.known`, within, filterSql(sql, filter, columnOf)])
  const move = (table: string, sign: string) =>
    sql`select ${listed(sql, [sql`t.customer_id`, sql`t.day`, sql`${own(sql, sign)} t.amount_e4 * ${rate} as amount`, ...keys])}
        from ${own(sql, table)} t where ${conditions}`
  return unionAll(sql, [move('orders', ''), move('refunds', '-')])
}

/** Days that lie in several reaches once. */
function hullsOf(reaches: readonly Period[]): Period[] {
  const hulls: Period[] = []
  for (const reach of reaches.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const last = hulls.at(-1)
    if (last && reach.from <= last.to) last.to = laterDay(last.to, reach.to)
    else hulls.push({ ...reach })
  }
  return hulls
}

/** Customers whom a figure of spending counts, each with the last day on which it did. */
export function spenders(
  sql: TransactionSql,
  { among }: SpendingPart,
  { asked, filter, period, today }: Opening,
): Fragment {
  const days = among === 'before' ? spanBefore(period, today) : yearUpTo(period, today)
  const currency = String(asked.params['currency'])
  return sql`/* spenders */ select 'customer'::text as kind, customer_id as id, max(day) as day, 0::float8 as moment, '' as row
      from (${moves(sql, { currency, filter: { all: [filter] }, groupBy: [] }, [days])}) m
      group by customer_id having sum(amount) > 0`
}
