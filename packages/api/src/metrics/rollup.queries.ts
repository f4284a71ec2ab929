import { type Dimension, deltaDimensions } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import type { ColumnOf } from './filter.queries.ts'
import { every, type Fragment, own, some, unionAll } from './fragments.queries.ts'
import type { FactPlan } from './plan.ts'
import { inWindows, type Road, told, visible } from './road.queries.ts'

/** Cells of one dimension set, and what was appended to them since. */
export function rollupRoad(sql: TransactionSql, plan: FactPlan, set: readonly Dimension[]): Road {
  const columnInCell = inCell('f', set)
  return {
    rows: cells(sql, plan, set),
    currency: sql`u.currency`,
    columnOf: dimension => own(sql, columnInCell(dimension)),
    conditions: ({ part, key }) => {
      if (!('gap' in part) || plan.within.has(key)) return []
      const ofGap = own(sql, `f.part = '${part.gap}'`)
      return [isRare(plan, part.gap) ? sql`(f.part is null or ${ofGap})` : ofGap]
    },
    sum: ({ key }) => own(sql, sumAt(plan.positions.get(key))),
    survivors: ({ part, key }, reach) => {
      if (!('gap' in part && isRare(plan, part.gap))) return survivors(sql, reach)
      const all = sumAt(plan.positions.get(key))
      const within = plan.within.get(key)
      if (within !== undefined) return own(sql, `${all} - coalesce(${sumAt(within)}, 0)`)
      return sql`case when f.part is null then ${own(sql, all)}
          else (${survivors(sql, reach)}) - (${survivors(sql, sql`0`)}) end`
    },
  }
}

const sumAt = (position: number | undefined) => `f.sums[${position}]`

const isRare = ({ spec }: FactPlan, gap: string) => spec.gaps[gap]?.rare === true

const survivors = (sql: TransactionSql, reach: Fragment): Fragment => sql`case
      when f.survivors is not null then f.survivors[least(${reach}, cardinality(f.survivors) - 1) + 1]
      when f.gap_days is null or f.gap_days > ${reach} then f.n else 0 end`

/** Where a cell of a dimension set tells a dimension, as text. */
export const inCell = (alias: string, set: readonly Dimension[]): ColumnOf =>
  told(dimension => `${alias}.${dimension === 'BRAND' ? 'brand' : `d${set.indexOf(dimension) + 1}`}`)

/** Where a delta tells it: deltas are kept by all dimensions of their fact. */
export const inDelta = (spec: FactPlan['spec']): ColumnOf =>
  told(dimension =>
    dimension === 'BRAND' ? 't.brand' : `t.dimension_values[${deltaDimensions(spec).indexOf(dimension) + 1}]`,
  )

function cells(sql: TransactionSql, plan: FactPlan, set: readonly Dimension[]): Fragment {
  const ofFact = own(sql, `t.fact = '${plan.fact}'`)
  const address = every(sql, [
    ofFact,
    own(sql, `t.dimensions = '${set.join(',')}'`),
    ...visible(sql, plan, inCell('t', set)),
  ])
  const columnInDelta = inDelta(plan.spec)
  const placeInDelta = own(
    sql,
    ['t.brand', 't.currency', ...[0, 1, 2].map(at => (set[at] ? columnInDelta(set[at]) : 'null'))].join(', '),
  )
  const place = sql`t.brand, t.currency, t.d1, t.d2, t.d3`
  const day = sql`t.day`
  const sums = plan.terms.some(term => plan.positions.has(term.key)) ? [inWindows(sql, plan, day)] : []
  const gaps = gapCells(sql, plan)
  const appended = [
    ...sums.map(days => sql`(t.part is null and ${days})`),
    ...gaps.map(wanted => sql`(t.part is not null and ${wanted})`),
  ]
  return unionAll(sql, [
    ...sums.map(
      days => sql`
        select ${day} as at_day, ${place}, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
        from rollup t where ${address} and ${days}`,
    ),
    ...gaps.map(
      wanted => sql`
        select ${day} as at_day, ${place}, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
        from rollup_gaps t where ${address} and ${wanted}`,
    ),
    sql`
        select ${day}, ${placeInDelta}, t.sums, t.part, null, t.gap_days, t.n
        from rollup_delta t where ${every(sql, [ofFact, some(sql, appended), ...visible(sql, plan, columnInDelta)])}`,
  ])
}

/** The gap cells that the terms need. None: no term needs any. */
function gapCells(sql: TransactionSql, plan: FactPlan): Fragment[] {
  const terms = plan.terms.filter(({ key }) => !plan.within.has(key))
  const gaps = [...new Set(terms.flatMap(({ part }) => ('gap' in part ? [part.gap] : [])))]
  return gaps.length > 0 ? [sql`(t.part = any(${gaps}::text[]) and ${inWindows(sql, plan, sql`t.day`)})`] : []
}
