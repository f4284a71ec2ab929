import { bucketSql, columnName, type Dimension, type ValuesPart, whereSql } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { rowsOf } from './derived.queries.ts'
import type { ColumnOf } from './filter.queries.ts'
import { every, type Fragment, listed, own, some, unionAll } from './fragments.queries.ts'
import { RAW_ROWS_MAX, textColumn } from './raw.queries.ts'
import { visible } from './road.queries.ts'
import { inCell, inDelta } from './rollup.queries.ts'
import type { ValuesPlan } from './values.ts'

/** Values of one part, bucket of the question and group. */
export interface ValueRow {
  /** Which of the plan's terms. */
  term: number
  /** Which of the plan's bounds is the last that is not after its days, from 1. */
  stretch: number
  /** In the order of `groupBy`; null is 'not set'. */
  keys: (string | null)[]
  /** How many lie in each of these buckets; without `places` in those from `lowest` on. */
  counts: number[]
  places: number[] | null
  lowest: number | null
  /** How many rows were added up. */
  rows: number
}

/** All values of one fact that the question asks percentiles of, in the buckets in which they are counted. */
export function selectValues(sql: TransactionSql, plan: ValuesPlan) {
  const { set, fact } = plan
  if (!set) {
    const { from, to } = plan.question.window
    const rows = ofFacts(sql, plan, day => sql`${day} >= ${from} and ${day} < ${to}`)
    return sql<ValueRow[]>`${own(sql, `/* valuesFromFacts ${fact} */`)}${counted(sql, rows)}`
  }
  const since = sql`(select days_from from since)`
  const late = sql`= any(${list(plan.cover.days)}::date[])`
  return sql<ValueRow[]>`${own(sql, `/* valuesFromSketches ${fact} */`)}
    with since as materialized (
      select max(days_from) as days_from from rollup_parts where fact = ${fact} and store = 'sketches'
    )
    ${unionAll(sql, [
      ofCells(sql, plan, set, since),
      counted(
        sql,
        ofDeltas(sql, plan, day => sql`not (${day} ${late} and ${day} < ${since})`),
      ),
      counted(
        sql,
        ofFacts(sql, plan, day => sql`${day} ${late} and ${day} < ${since}`),
      ),
    ])}`
}

const list = (days: readonly string[]) => `{${days.join(',')}}`
const stretchOf = (sql: TransactionSql, { bounds }: ValuesPlan, day: Fragment) =>
  sql`width_bucket(${day}, ${list(bounds)}::date[])`
const keysOf = (sql: TransactionSql, { question }: ValuesPlan, columnOf: ColumnOf) =>
  sql`jsonb_build_array(${listed(
    sql,
    question.groupBy.map(dimension => own(sql, columnOf(dimension))),
  )})`

function ofCells(sql: TransactionSql, plan: ValuesPlan, set: readonly Dimension[], since: Fragment): Fragment {
  const { fact, terms, question, cover } = plan
  const columnOf = inCell('t', set)
  const positions = sql`${terms.map(({ position }) => position ?? 0)}::int[]`
  const whole = (grain: string, days: readonly string[]) =>
    sql`(t.grain = ${own(sql, `'${grain}'`)} and t.day = any(${list(days)}::date[]))`
  const units = some(sql, [
    whole('week', cover.weeks),
    whole('month', cover.months),
    sql`(${whole('day', cover.days)} and t.day >= ${since})`,
  ])
  return sql`
    select array_position(${positions}, t.position) - 1 as term, ${stretchOf(sql, plan, sql`t.day`)} as stretch,
      ${keysOf(sql, plan, columnOf)} as keys, t.counts, null::int[] as places, t.lowest, 1 as rows
    from rollup_sketches t where ${every(sql, [
      own(sql, `t.fact = '${fact}' and t.dimensions = '${set.join(',')}'`),
      sql`t.position = any(${positions})`,
      units,
      ...visible(sql, { question }, columnOf),
    ])}`
}

/** What was appended since the last fold: a delta is of one record, and adds its value to the sum. */
function ofDeltas(sql: TransactionSql, plan: ValuesPlan, on: (day: Fragment) => Fragment): Fragment {
  const { fact, spec, terms, question } = plan
  const columnOf = inDelta(spec)
  const { from, to } = question.window
  const values = terms.map(({ part, position, countPosition }, index) => {
    const count = `t.sums[${countPosition}]`
    return { term: `${index}`, bucket: bucketSql(part, `(t.sums[${position}] / nullif(${count}, 0))`), n: count }
  })
  const each = (column: 'term' | 'bucket' | 'n') =>
    own(sql, `unnest(array[${values.map(one => one[column]).join(', ')}])`)
  const conditions = every(sql, [
    own(sql, `t.fact = '${fact}' and t.part is null`),
    sql`t.day >= ${from} and t.day < ${to} and ${on(sql`t.day`)}`,
    ...visible(sql, { question }, columnOf),
  ])
  return sql`
      select * from (
        select ${each('term')} as term, ${stretchOf(sql, plan, sql`t.day`)} as stretch, ${keysOf(sql, plan, columnOf)} as keys,
          ${each('bucket')} as bucket, ${each('n')} as n
        from rollup_delta t where ${conditions}
      ) v where v.n <> 0 and v.bucket is not null`
}

/** The values of the facts themselves on these days. */
function ofFacts(sql: TransactionSql, plan: ValuesPlan, on: (day: Fragment) => Fragment): Fragment {
  const { spec, terms, question } = plan
  const columnOf = textColumn(spec, 't')
  const all = terms.map(({ part }, index) => {
    const day = own(sql, `t.${columnName(spec.anchors[part.anchor] ?? '')}`)
    const conditions = [on(day), own(sql, holdsSql(part)), ...visible(sql, { question }, columnOf)]
    const value = own(sql, bucketSql(part, `t.${columnName(part.column)}`))
    return sql`
      select ${own(sql, String(index))} as term, ${stretchOf(sql, plan, day)} as stretch, ${keysOf(sql, plan, columnOf)} as keys,
        ${value} as bucket, 1 as n
      from ${rowsOf(sql, spec)} t where ${every(sql, conditions)}`
  })
  return sql`${unionAll(sql, all)} limit ${RAW_ROWS_MAX + 1}`
}

const holdsSql = ({ where, column }: ValuesPart) => `${whereSql(where, 't')} and t.${columnName(column)} is not null`

/** Values, a row each, counted by bucket. */
const counted = (sql: TransactionSql, rows: Fragment): Fragment => sql`
    select term, stretch, keys, array_agg(n) as counts, array_agg(bucket) as places, null::int as lowest, sum(rows)::int as rows
    from (select term, stretch, keys, bucket, sum(n)::int as n, count(*) as rows from (${rows}) one group by 1, 2, 3, 4) each group by 1, 2, 3`
