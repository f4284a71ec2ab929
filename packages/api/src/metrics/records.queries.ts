import { type AnyFact, columnName, conditionsOf, type Part, whereSql } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { membersReached } from './cohorts.queries.ts'
import { dayRecords } from './days.queries.ts'
import { rowsOf } from './derived.queries.ts'
import { worth } from './exchange.queries.ts'
import type { Opening } from './figure.ts'
import { filterSql } from './filter.queries.ts'
import type { Filter } from './filter.ts'
import { type Fragment, own, unionAll } from './fragments.queries.ts'
import { isSum } from './plan.ts'
import { textColumn } from './raw.queries.ts'
import type { Place } from './records.ts'
import { spenders } from './spending.queries.ts'
import { peopleWhoTouched } from './touches.queries.ts'

/** A part of n, and where its rows stand. */
export interface RecordPart {
  part: Part
  spec: AnyFact['spec']
  /** What is asked of its fact. */
  filter: Filter
  /** Whose customers' days are taken together. Null: they are none. */
  brands: readonly string[] | null
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
    parts.map(part => recordsOfPart(sql, part, { ...opening, filter: part.filter })),
  )
  return sql`/* records */
    select kind, id, day, moment, row from (${all}) r
    where ${after ? sql`(day, moment, id, row) < (${after.day}::date, ${after.moment}::float8, ${after.id}::uuid, ${after.row}::text)` : sql`true`}
    order by day desc, moment desc, id desc, row desc limit ${limit}`
}

function recordsOfPart(sql: TransactionSql, { part, spec, brands }: RecordPart, opening: Opening): Fragment {
  if (brands && opening.cohort) {
    const { interval, index } = opening.cohort
    return membersReached(sql, { ...opening, brands, interval }, index)
  }
  if (brands && (part.type === 'exposure' || 'gap' in part)) return dayRecords(sql, part, brands, opening)
  if (part.type === 'spending') return spenders(sql, part, opening)
  if (part.type === 'people') return peopleWhoTouched(sql, opening)
  if (!spec.record) throw new Error(`${spec.name} opens into no records`)
  const { asked, filter, period } = opening
  const { params } = asked
  const day = own(sql, `t.${columnName(spec.anchors[part.anchor] ?? '')}`)
  const at = spec.moments[part.anchor]
  const moment = own(sql, at ? `coalesce(extract(epoch from t.${columnName(at)}), 0)::float8` : '0::float8')
  const row = own(sql, rowName(spec.record.apartBy ?? []))
  const seen = filterSql(sql, filter, textColumn(spec, 't'))
  const money = own(sql, `t.${columnName(spec.currency ?? '')}`)
  const told =
    'money' in part && part.money
      ? sql`(${worth(sql, String(params['currency']), { brand: sql`t.brand`, currency: money, day })}) is not null`
      : sql`true`
  return sql`select ${own(sql, `'${spec.record.kind}'::text as kind, t.${columnName(spec.record.idColumn)} as id`)}, ${day} as day,
        ${moment} as moment, ${row} as row
      from ${rowsOf(sql, spec)} t
      where ${day} >= ${period.from} and ${day} < ${period.to} and ${seen} and ${told} and ${conditions(sql, { part, spec }, opening, day)}`
}

const rowName = (apartBy: readonly string[]) =>
  apartBy.length > 0 ? `concat_ws(' ', ${apartBy.map(column => `t.${columnName(column)}`).join(', ')})` : `''`

function conditions(
  sql: TransactionSql,
  { part, spec }: Pick<RecordPart, 'part' | 'spec'>,
  { asked, period }: Opening,
  day: Fragment,
): Fragment {
  if (isSum(part)) return own(sql, whereSql(conditionsOf(part, asked.params), 't'))
  const known = 'gap' in part ? spec.gaps[part.gap] : undefined
  const gap = own(sql, `t.${columnName(known?.column ?? '')}`)
  const kept = own(sql, whereSql(known?.where ?? {}, 't'))
  const reach =
    part.type === 'beyond' ? own(sql, String(part.days(asked.params))) : sql`(${day} - ${period.from}::date)`
  return sql`${kept} and (${gap} is null or ${gap} > ${reach})`
}
