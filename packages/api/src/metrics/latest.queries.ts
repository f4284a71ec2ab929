import { columnName, facts, type LatestPart, type Params, type Part } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { ALL_BRANDS } from './day-scope.ts'
import { worth } from './exchange.queries.ts'
import type { Asking, FigureRow } from './figures.queries.ts'
import { filterSql } from './filter.queries.ts'
import { type Fragment, own } from './fragments.queries.ts'
import { textColumn } from './raw.queries.ts'
import { inSlots } from './terms.queries.ts'
import type { Term } from './terms.ts'
import { toldSpans } from './timeline.ts'

/**
 * The last fit before the end of each span, of each brand, and as a row without keys of the whole: that of the only
 * brand asked, that of all brands when every brand is asked that has one, and of several but not all there is none.
 */
export function selectLatest(sql: TransactionSql, { plan, timeline }: Asking) {
  const { question, terms } = plan
  const spans = toldSpans(question, timeline)
  const holds = filterSql(sql, question.filter, textColumn(facts.lifetime.spec, 't'))
  const whole = sql`f.brand = (select brand from whole)`
  const grouped = question.groupBy.length > 0
  const rate = worth(sql, question.currency, {
    brand: sql`t.brand`,
    currency: sql`${question.ownCurrency}::text`,
    day: sql`t.day`,
  })
  return sql<FigureRow[]>`/* latestFits */
    with asked as (
      select t.brand, (${holds}) is true as holds
      from (select distinct brand from lifetime_fits where brand <> ${ALL_BRANDS}) t
    ), whole as (
      select case when count(*) filter (where holds) = 1 then min(brand) filter (where holds)
        when coalesce(bool_and(holds), true) and exists (select from lifetime_fits where brand = ${ALL_BRANDS}) then ${ALL_BRANDS} end as brand
      from asked
    ), spans as (
      select * from unnest(${spans.map(({ stretch }) => stretch)}::int[], ${spans.map(({ slot }) => slot)}::int[],
        ${spans.map(({ to }) => to)}::date[]) s(stretch, slot, to_day)
    )
    select stretch, keys, 1 as rows, array[${inSlots(sql, terms, latest(sql))}] as sums
    from spans cross join lateral (
      select distinct on (t.brand) t.*, ${rate} as rate from lifetime_fits t where t.day < to_day order by t.brand, t.day desc
    ) f
    cross join lateral (
      select '[]'::jsonb as keys where ${whole}
      union all select jsonb_build_array(f.brand) where ${grouped} and f.brand in (select brand from asked where holds)
    ) k`
}

/** Of a list the sum of its elements, each as heavy as it is said to be; of a word its place. */
const latest =
  (sql: TransactionSql) =>
  (part: Part, { params }: Term): Fragment => {
    if (part.type !== 'latest') throw new Error(`${part.type} is no fit`)
    const told = held(sql, part, params)
    if (part.rate === null) return told
    return part.rate === 'times'
      ? sql`coalesce(${told} * f.rate, 0)`
      : sql`case when f.rate is null then 0 else ${told} end`
  }

function held(sql: TransactionSql, part: LatestPart, params: Params): Fragment {
  const held = `f.${columnName(part.column)}`
  const words = part.words?.join(',')
  if (words !== undefined) return own(sql, `coalesce(array_position('{${words}}'::text[], ${held}), 0)::float8`)
  const weights = part.weights?.(params).join(',')
  return own(
    sql,
    weights === undefined
      ? `${held}::float8`
      : `coalesce((select sum(w.held * w.weight) from unnest(${held}, '{${weights}}'::float8[]) w(held, weight)), 0)`,
  )
}
