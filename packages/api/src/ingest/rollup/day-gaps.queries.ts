import { dayKinds, LOOK_BACK_DAYS_MAX } from '@tweeluik/schema/facts'

/** A kind of day from which parts of the fact are told. */
export type DayKind = keyof typeof dayKinds | 'buyer'

export const everyKind: readonly DayKind[] = ['contact', 'activity', 'order', 'buyer', 'base', 'churn']

/** Whether a day is of this kind. Where no track differs, the days of ordering are told of buyers too. */
export const holdsOf = (kind: DayKind, alias: string) =>
  kind === 'buyer'
    ? `${alias}.ordered and ${alias}.world is not null`
    : dayKinds[kind].map(flag => `${alias}.${flag}`).join(' or ')

/** As a set in the select list: a lateral VALUES would be set up anew for every day. */
const kindsOf = (kinds: readonly DayKind[]) =>
  `unnest(array_remove(array[${kinds.map(kind => `case when ${holdsOf(kind, 'w')} then '${kind}' end`).join(', ')}], null))`

/**
 * SQL for the gaps between customers' days, a row for each: `at_day, part, gap_days, n`, and what stands in the row
 * itself. It is two pieces, and between them stand the days, as a select of `sign` (1, or -1 for days as they were),
 * `customer_id, label, world, track, counts, brand, segment, country, day` and the flags. Days of one sign, customer,
 * label and world are taken together; of those of one `track` the customers are distinct. A day that does not count
 * is only there to lie between others.
 *
 * Where `world` is null no track differs. Equal days are in the order of their words, so that every road counts the same.
 */
export function dayGaps(kinds: readonly DayKind[] = everyKind): readonly [before: string, after: string] {
  const ofBase = kinds.includes('base')
  const neighbours = [
    'w.day - lag(w.day) over trip as gap',
    ...(kinds.includes('order') || kinds.includes('buyer') ? ['first_value(w.day) over trip as first_day'] : []),
    ...(ofBase ? NEIGHBOURS_IN_BASE : []),
  ]
  const before = `
    select p.day as at_day, p.part, case when p.gap_days > ${LOOK_BACK_DAYS_MAX} then ${LOOK_BACK_DAYS_MAX + 1} else p.gap_days end as gap_days,
      p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
    from (
      select w.*, ${neighbours.join(', ')}
      from (select w.*, ${kindsOf(kinds)} as kind from (`
  const after = `) w) w
      where w.counts or w.kind in ('order', 'base', 'churn')
      window trip as (
        partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end,
          case when w.kind in ('contact', 'activity', 'buyer') then w.track end
        order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C")
    ) t cross join lateral (
      select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day,
        ${ofBase ? "case when t.kind <> 'base' or (t.stayed and not t.moves and t.counted) then t.gap end" : 't.gap'}, t.sign, t.segment, t.country
      where t.counts${ofBase ? PARTS_OF_BASE : ''}${kinds.includes('buyer') ? PARTS_OF_BUYERS : ''}
    ) p(part, day, gap_days, n, segment, country)
    where p.part is not null and p.gap_days is distinct from 0`
  return [before, after]
}

const NEIGHBOURS_IN_BASE = [
  "lag(w.kind) over trip = 'base' as stayed",
  'lag(w.counts) over trip as counted',
  'lag(w.track) over trip is distinct from w.track as moves',
  'lag(w.segment) over trip as last_segment',
  'lag(w.country) over trip as last_country',
  'lead(w.day) over trip - w.day as next_gap',
]

const PARTS_OF_BASE = `
      union all select 'base', t.day, t.gap, -t.sign, t.segment, t.country where t.kind = 'order' and t.counts
      union all select 'baseNext', t.day, t.next_gap, t.sign, t.segment, t.country where t.kind = 'base' and t.counts
      union all select case t.kind when 'churn' then 'churn' else 'moved' end, t.day, t.gap + 1, t.sign, t.last_segment, t.last_country
        where t.stayed and t.counted and (t.kind = 'churn' or (t.kind = 'base' and (t.moves or not t.counts)))`

const PARTS_OF_BUYERS = `
      union all select case when t.gap is null then 'buyer' else 'secondOrder' end, t.day, null, t.sign, t.segment, t.country
        where (t.kind = 'buyer' or (t.kind = 'order' and t.world is null))
          and (t.gap is null or (t.gap > 0 and t.day - t.gap = t.first_day))`

/**
 * The gaps between the days of `source` for the rollups, as other facts' are given. Days count for their brand, and for
 * `*` those of several brands taken together less what each of these counts for itself; for each segment and each country, too.
 * Customers who never changed either have the same gaps in all sets: the third dimension, which set a row is for, is null.
 */
export function gapsOfDays(source: string, kinds: readonly DayKind[] = everyKind): string {
  const [before, after] = dayGaps(kinds)
  return `
    select g.at_day, b.brand, null::text as currency, g.segment as dimension_1, g.country as dimension_2, g.world as dimension_3,
      g.part, g.gap_days, b.n
    from (${before}
      with days as materialized (select * from ${source} s),
      customers as (
        select customer_id, min(brand) <> max(brand) as brands,
          min(segment) <> max(segment) or count(segment) not in (0, count(*))
            or min(country) <> max(country) or count(country) not in (0, count(*)) as changed
        from days group by 1
      )
      select d.*, c.brands, l.label, s.world, case s.world when 'SEGMENT' then d.segment when 'COUNTRY' then d.country end as track, true as counts
      from days d join customers c using (customer_id)
      cross join lateral (select d.brand as label union all select '*' where c.brands) l
      join (values (false, null), (true, ''), (true, 'SEGMENT'), (true, 'COUNTRY')) s(changed, world) on s.changed is not distinct from coalesce(c.changed, false)
    ${after}) g
    cross join lateral (
      select g.label as brand, g.n union all select '*', -g.n where g.brands and g.label <> '*'
    ) b`
}

/** What such rows come to in the cells of every dimension set. */
export const cellsOfDays = (rows: string): string => `
    select 'customer_day', s.dimensions, at_day, brand, null::text, s.d1, null::text, null::text, part, gap_days, sum(n)
    from (${rows}) i
    cross join lateral (values ('', null), ('SEGMENT', dimension_1), ('COUNTRY', dimension_2)) s(dimensions, d1)
    where dimension_3 is null or dimension_3 = s.dimensions
    group by s.dimensions, at_day, brand, s.d1, part, gap_days
    having sum(n) <> 0`
