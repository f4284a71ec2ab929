import { type AnyFact, columnName, conditionsOf, measureSql, whereSql } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import type { ColumnOf } from './filter.queries.ts'
import { every, type Fragment, own, unionAll } from './fragments.queries.ts'
import { ALL_BRANDS, type FactPlan, isAllTime, isSum } from './plan.ts'
import { beforeEnd, idleDaysOf, inWindows, type Road, told, visible } from './road.queries.ts'

/** More facts than this are not read one by one. */
export const RAW_ROWS_MAX = 5_000_000

/** The facts themselves. */
export function rawRoad(sql: TransactionSql, plan: FactPlan): Road {
  const { spec } = plan
  const columnOfGap = (gap: string) => own(sql, `f.${columnName(spec.gaps[gap]?.column ?? '')}`)
  return {
    rows: rows(sql, plan),
    currency: own(sql, `u.${columnName(spec.currency ?? '')}`),
    columnOf: dimension => own(sql, textColumn(spec, 'f')(dimension)),
    conditions: ({ part, params }) => {
      if (part.type === 'exposure') return []
      const where = isSum(part) ? conditionsOf(part, params) : (spec.gaps[part.gap]?.where ?? {})
      return [own(sql, `f.anchor = '${part.anchor}' and ${whereSql(where, 'f')}`)]
    },
    sum: (_term, part) => own(sql, measureSql(part, 'f')),
    survivors: ({ part }, reach) => {
      const days = columnOfGap('gap' in part ? part.gap : '')
      return sql`case when ${days} is null or ${days} > ${reach} then 1 end`
    },
    baseChange: idleDays => own(sql, baseChange(idleDays)),
  }
}

const baseChange = (idleDays: number) => `case
        when f.anchor = 'left' then case when f.next_gap_days is null or f.next_gap_days > ${idleDays} then -1 end
        when f.kind = 'base' then case when f.previous_gap_days is null or f.previous_gap_days > ${idleDays} then 1 end
        when f.kind = 'churn' then case when f.previous_gap_days <= ${idleDays + 1} then -1 end end`

/** Each fact once for each of its moments; a base day also on the day on which its customer would leave. */
function rows(sql: TransactionSql, plan: FactPlan): Fragment {
  const { spec, terms } = plan
  const seen = visible(sql, plan, textColumn(spec, 't'))
  const table = tableOf(sql, plan)
  const moments = [...new Set(terms.map(({ part }) => part.anchor))].map(anchor => {
    const day = own(sql, `t.${columnName(spec.anchors[anchor] ?? '')}`)
    const allTime = terms.some(term => term.part.anchor === anchor && isAllTime(term))
    const days = allTime ? beforeEnd(sql, plan, day) : inWindows(sql, plan, day)
    return sql`
        select ${own(sql, `'${anchor}'`)} as anchor, ${day} as at_day, t.* from ${table} t where ${every(sql, [days, ...seen])}`
  })
  const idleDays = idleDaysOf(plan)
  if (idleDays !== undefined) {
    const based = [sql`t.kind = 'base'`, beforeEnd(sql, plan, sql`t.day`), ...seen]
    moments.push(sql`
        select 'left', t.day + ${idleDays + 1}::int, t.* from ${table} t where ${every(sql, based)}`)
  }
  return sql`${unionAll(sql, moments)} limit ${RAW_ROWS_MAX + 1}`
}

/** Where a fact's own rows tell a dimension, as text. */
export const textColumn = (spec: AnyFact['spec'], alias: string): ColumnOf =>
  told(dimension => `${alias}.${columnName(spec.dimensions[dimension] ?? '')}::text`)

/** The table of a fact; of the days of several brands, one in which they are also the days of all of them. */
export function tableOf(sql: TransactionSql, { spec, scope }: Pick<FactPlan, 'spec' | 'scope'>): Fragment {
  const table = own(sql, spec.table)
  if (!scope?.merged) return table
  return sql`(
          select ${own(sql, DAY_COLUMNS)} from ${table} where brand = any(${[...scope.brands]}::text[])
          union all ${mergedDays(sql, scope.brands)})`
}

const DAY_COLUMNS = 'customer_id, kind, brand, day, previous_gap_days, before_previous_gap_days, next_gap_days'

/** The active days of several brands as those of one, their gaps counted anew as a load counts them. */
function mergedDays(sql: TransactionSql, brands: readonly string[]): Fragment {
  return sql`select customer_id, kind, ${ALL_BRANDS}::text as brand, day,
      case when kind in ('base', 'churn') and lag(kind) over trip is distinct from 'base' then null
        when kind = 'churn' then day - lag(day) over trip + 1
        else day - lag(day) over trip end,
      case when kind not in ('base', 'churn') then day - lag(day, 2) over trip end,
      case when kind <> 'churn' then lead(day) over trip - day end
    from (
      select distinct customer_id, kind, day, case kind when 'churn' then 'base' else kind end as family
      from customer_days where brand = any(${[...brands]}::text[])
    ) one
    window trip as (partition by customer_id, family order by day, kind)`
}
