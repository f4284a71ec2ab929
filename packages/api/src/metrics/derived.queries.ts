import { type AnyFact, type FactName, RETURNING_WITHIN_DAYS } from '@tweeluik/schema/facts'
import type { TransactionSql } from '../db/pools.ts'
import { type Fragment, own } from './fragments.queries.ts'

/** Where a fact's rows are read: its table, or the statement that tells them, as the reader sees what it is told from. */
export const rowsOf = (sql: TransactionSql, { name, table, derived }: AnyFact['spec']): Fragment =>
  own(sql, derived ? `(${statements[name as FactName]})` : table)

/** The stages that led to order `o`: of which its customer touched something since the order before. None: a single null. */
const stagesOfOrder = `
      cross join lateral (
        select coalesce(array_agg(distinct i.stage), array[null::text]) as stages
        from interactions i
        where o.known and i.customer_id = o.customer_id and i.stage is not null and i.day <= o.day and i.at <= o.at
          and i.at > coalesce((select max(p.at) from orders p where p.customer_id = o.customer_id and p.at < o.at), '-infinity')
      ) touched
      cross join lateral unnest(touched.stages) s(stage)`

const share = (of: string) => `${of}.margin_e4::numeric / cardinality(touched.stages) as margin_e4`

/** What the customer of order `o` was then. Null when all that it ordered before is of brands that the reader does not see. */
const lifecycleStage = `
        case when not o.known then null when not o.repeat then 'NEW' else (
          select case when o.day - max(p.day) <= ${RETURNING_WITHIN_DAYS} then 'RETURNING' when max(p.day) is not null then 'RESURRECTED' end
          from orders p where p.customer_id = o.customer_id and p.day < o.day) end as lifecycle_stage`

const statements: Partial<Record<FactName, string>> = {
  stage_order: `
      select o.id, o.brand, o.segment, o.country, o.channel, o.currency, o.day, o.at, o.repeat, s.stage, md5(s.stage) as stage_key, ${share('o')}
      from orders o${stagesOfOrder}`,

  stage_refund: `
      select r.id, r.brand, r.segment, r.country, r.channel, r.currency, r.day, r.at, r.repeat, r.previous_gap_days, s.stage,
        md5(s.stage) as stage_key, ${share('r')}
      from refunds r join orders o using (customer_id, id)${stagesOfOrder}`,

  life_order: `
      select o.id, o.brand, o.segment, o.country, o.channel, o.currency, o.day, o.at, o.amount_e4,${lifecycleStage}
      from orders o`,

  life_refund: `
      select r.id, r.brand, r.segment, r.country, r.channel, r.currency, r.day, r.at, r.amount_e4, r.previous_gap_days,${lifecycleStage}
      from refunds r join orders o using (customer_id, id)`,

  stage_answer: `
      select f.id, f.brand, f.channel, f.team, f.segment, f.country, f.about_touchpoint_id, f.contacted, f.day, f.at, f.kind,
        f.favourable, f.unfavourable, f.standard_score_e2, coalesce(f.stage, touched.stage) as stage
      from feedback f
      left join lateral (
        select i.stage from interactions i
        where f.known and i.customer_id = f.customer_id and i.stage is not null and i.day <= f.day and i.at <= f.at
        order by i.day desc, i.at desc, i.id desc limit 1
      ) touched on true
      where f.kind = 'relational_nps'`,

  stage_journey: `
      select j.id, j.brand, j.segment, j.country, j.journey_map_id, j.window_end_day, s.stage, md5(s.stage) as stage_key, s.place < s.furthest as went_on
      from journeys j
      join (
        select id, array(select value ->> 'id' from jsonb_array_elements(stages) with ordinality order by ordinality) as stages
        from journey_maps offset 0
      ) m on m.id = j.journey_map_id
      cross join lateral (
        select i.stage, array_position(m.stages, i.stage) as place, max(array_position(m.stages, i.stage)) over () as furthest
        from interactions i where i.journey_id = j.id group by i.stage
      ) s
      where s.place < cardinality(m.stages)`,

  reviewed_contact: `
      select c.* from (select distinct customer_id, contact_id from quality_reviews) q
      join contacts c on c.customer_id = q.customer_id and c.id = q.contact_id`,
}
