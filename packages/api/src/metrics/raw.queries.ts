import { type AnyFact, columnName, conditionsOf, measureSql, whereSql } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { rowsOf } from './derived.queries.ts'
import type { ColumnOf } from './filter.queries.ts'
import { every, type Fragment, own, unionAll } from './fragments.queries.ts'
import { type FactPlan, isAllTime, isSum } from './plan.ts'
import { beforeEnd, inWindows, type Road, told, visible } from './road.queries.ts'

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
      const where = isSum(part) ? conditionsOf(part, params) : ('gap' in part && spec.gaps[part.gap]?.where) || {}
      return [own(sql, `f.anchor = '${part.anchor}' and ${whereSql(where, 'f')}`)]
    },
    sum: (_term, part) => own(sql, measureSql(part, 'f')),
    survivors: ({ part }, reach) => {
      const days = columnOfGap('gap' in part ? part.gap : '')
      return sql`case when ${days} is null or ${days} > ${reach} then 1 end`
    },
  }
}

/** Each fact once for each of its moments. */
function rows(sql: TransactionSql, plan: FactPlan): Fragment {
  const { spec, terms } = plan
  const seen = visible(sql, plan, textColumn(spec, 't'))
  const table = rowsOf(sql, spec)
  const moments = [...new Set(terms.map(({ part }) => part.anchor))].map(anchor => {
    const day = own(sql, `t.${columnName(spec.anchors[anchor] ?? '')}`)
    const allTime = terms.some(term => term.part.anchor === anchor && isAllTime(term))
    const days = allTime ? beforeEnd(sql, plan, day) : inWindows(sql, plan, day)
    return sql`
        select ${own(sql, `'${anchor}'`)} as anchor, ${day} as at_day, t.* from ${table} t where ${every(sql, [days, ...seen])}`
  })
  return sql`${unionAll(sql, moments)} limit ${RAW_ROWS_MAX + 1}`
}

/** Where a fact's own rows tell a dimension, as text. */
export const textColumn = (spec: AnyFact['spec'], alias: string): ColumnOf =>
  told(dimension => `${alias}.${columnName(spec.dimensions[dimension] ?? '')}::text`)
