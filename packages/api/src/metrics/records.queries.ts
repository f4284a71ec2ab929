import { addDays } from '@tweeluik/schema'
import { type AnyFact, columnName, conditionsOf, type Part, whereSql } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { worth } from './exchange.queries.ts'
import type { Opening } from './figure.ts'
import { filterSql } from './filter.queries.ts'
import { type Fragment, own, unionAll } from './fragments.queries.ts'
import { type BrandScope, isSum } from './plan.ts'
import { tableOf, textColumn } from './raw.queries.ts'
import type { Place } from './records.ts'

/** A part of n, and where its rows stand. */
export interface RecordPart {
  part: Part
  spec: AnyFact['spec']
  scope: BrandScope | null
}

export interface RecordsAsked {
  parts: readonly RecordPart[]
  opening: Opening
  limit: number
  after: Place | null
}

/** The records of a figure, newest first. */
export function selectRecords(sql: TransactionSql, { parts, opening, limit, after }: RecordsAsked) {
  const all = unionAll(
    sql,
    parts.map(part => recordsOfPart(sql, part, opening)),
  )
  return sql`/* records */
    select kind, id, day, moment from (${all}) r
    where ${after ? sql`(day, moment, id) < (${after.day}::date, ${after.moment}::float8, ${after.id}::uuid)` : sql`true`}
    order by day desc, moment desc, id desc limit ${limit}`
}

function recordsOfPart(sql: TransactionSql, { part, spec, scope }: RecordPart, opening: Opening): Fragment {
  const { asked, filter } = opening
  const { params } = asked
  const day = own(sql, `t.${columnName(spec.anchors[part.anchor] ?? '')}`)
  const at = spec.moments[part.anchor]
  const moment = own(sql, at ? `coalesce(extract(epoch from t.${columnName(at)}), 0)::float8` : '0::float8')
  const seen = scope ? sql`t.brand = ${scope.whole}` : filterSql(sql, filter, textColumn(spec, 't'))
  const money = own(sql, `t.${columnName(spec.currency ?? '')}`)
  const told =
    'money' in part && part.money
      ? sql`(${worth(sql, String(params['currency']), { brand: sql`t.brand`, currency: money, day })}) is not null`
      : sql`true`
  return sql`select ${own(sql, `'${spec.record.kind}'::text as kind, t.${columnName(spec.record.idColumn)} as id`)}, ${day} as day,
        ${moment} as moment
      from ${tableOf(sql, { spec, scope })} t
      where ${onDays(sql, part, opening, day)} and ${seen} and ${told} and ${conditions(sql, { part, spec }, opening, day)}`
}

/** Of whoever was in the base then: the last day that kept it there. */
const LAST_IN_BASE = `t.kind = 'base' and coalesce(t.day + t.next_gap_days, 'infinity')`

function onDays(sql: TransactionSql, part: Part, { asked, period }: Opening, day: Fragment): Fragment {
  if (part.type === 'until') return sql`${day} < ${period.to}`
  if (part.type !== 'exposure') return sql`${day} >= ${period.from} and ${day} < ${period.to}`
  return sql`${day} < ${period.from} and ${day} >= ${addDays(period.from, -part.days(asked.params) - 1)}`
}

function conditions(
  sql: TransactionSql,
  { part, spec }: Omit<RecordPart, 'scope'>,
  { asked, period }: Opening,
  day: Fragment,
): Fragment {
  if (isSum(part)) return own(sql, whereSql(conditionsOf(part, asked.params), 't'))
  if (part.type === 'exposure') return sql`${own(sql, LAST_IN_BASE)} >= ${period.from}`
  const known = spec.gaps[part.gap]
  const gap = own(sql, `t.${columnName(known?.column ?? '')}`)
  const kept = own(sql, whereSql(known?.where ?? {}, 't'))
  if (part.type === 'until') return sql`${kept} and ${gap} is null`
  const reach =
    part.type === 'beyond' ? own(sql, String(part.days(asked.params))) : sql`(${day} - ${period.from}::date)`
  return sql`${kept} and (${gap} is null or ${gap} > ${reach})`
}
