/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresOfTouching */ with spans as (
  select *
  from unnest($1::int[], $2::int[], $3::date[], $4::date[]) s(stretch, slot, from_day, to_day) ), touches as materialized (
  select *
  from (
  select t.customer_id, t.day, t.stage::text as key_0
  from interactions t
  where t.known
  and ((t.day >= $5
  and t.day < $6))
  and (t.country::text = $7) limit $8 ) t ), counted as (
  select stretch, slot, grouping(key_0) > 0 as is_whole, count(distinct customer_id) as people, key_0
  from spans join touches t on t.day >= from_day
  and t.day < to_day
  group by grouping sets ((stretch, slot), (stretch, slot, key_0)) )
  select stretch, case when is_whole then '[]'::jsonb else jsonb_build_array(key_0) end as keys, case when row_number() over () = 1 then (select count(*)
  from touches) else 0 end::int as rows, array[case slot when 0 then people else 0 end, case slot when 1 then people else 0 end]::float8[] as sums
  from counted limit 200001;
/* figuresFromFacts stage_journey */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'ripened'
  and true
  and f.at_day < (select today
  from fresh) - $3::int), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'ripened'
  and f.went_on = true
  and f.at_day < (select today
  from fresh) - $4::int), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $5::date[]) as stretch
  from (
  select 'ripened' as anchor, t.window_end_day as at_day, t.*
  from (
  select j.id, j.brand, j.segment, j.country, j.journey_map_id, j.window_end_day, s.stage, md5(s.stage) as stage_key, s.place < s.furthest as went_on
  from journeys j join (
  select id, array(select value ->> 'id'
  from jsonb_array_elements(stages) with ordinality
  order by ordinality) as stages
  from journey_maps offset 0 ) m on m.id = j.journey_map_id
  cross join lateral (
  select i.stage, array_position(m.stages, i.stage) as place, max(array_position(m.stages, i.stage)) over () as furthest
  from interactions i
  where i.journey_id = j.id
  group by i.stage ) s
  where s.place < cardinality(m.stages)) t
  where ((t.window_end_day >= $6
  and t.window_end_day < $7))
  and (t.country::text = $8) limit $9) u) f
  group by f.stretch, f.stage::text limit 200001;
/* figuresFromFacts feedback */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'ces'), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'ces'
  and f.favourable = true), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select 'given' as anchor, t.day as at_day, t.*
  from feedback t
  where ((t.day >= $4
  and t.day < $5))
  and (t.channel::text = any($6::text[]))
  and (t.country::text = $7) limit $8) u) f
  group by f.stretch, f.stage::text limit 200001;
/* figuresFromFacts stage_answer */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'relational_nps'), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'relational_nps'
  and f.favourable = true), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'relational_nps'
  and f.unfavourable = true), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select 'given' as anchor, t.day as at_day, t.*
  from (
  select f.id, f.brand, f.channel, f.team, f.segment, f.country, f.about_touchpoint_id, f.contacted, f.day, f.at, f.kind, f.favourable, f.unfavourable, f.standard_score_e2, coalesce(f.stage, touched.stage) as stage
  from feedback f left join lateral (
  select i.stage
  from interactions i
  where f.known
  and i.customer_id = f.customer_id
  and i.stage is not null
  and i.day <= f.day
  and i.at <= f.at
  order by i.day desc, i.at desc, i.id desc limit 1 ) touched on true
  where f.kind = 'relational_nps') t
  where ((t.day >= $4
  and t.day < $5))
  and (t.channel::text = any($6::text[]))
  and (t.country::text = $7) limit $8) u) f
  group by f.stretch, f.stage::text limit 200001;
/* figuresFromFacts stage_order */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'placed'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'placed'
  and f.repeat = true), 0)::float8, round(coalesce(sum(f.margin_e4 * f.rate) filter (where f.anchor = 'placed'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8, round(coalesce(sum(round(f.margin_e4::float8 * f.margin_e4 / 1e6)::bigint * f.rate * f.rate) filter (where f.anchor = 'placed'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch, case when u.currency = $4 then 1 when u.currency is not null then (
  select case when r."from" = $5 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = u.at_day
  and (r.brand is null or r.brand = u.brand)
  and ((r."from" = u.currency
  and r."to" = $6) or (r."from" = $7
  and r."to" = u.currency))
  order by r.brand is null, r."from" = $8, r.id limit 1) end as rate
  from (
  select 'placed' as anchor, t.day as at_day, t.*
  from (
  select o.id, o.brand, o.segment, o.country, o.channel, o.currency, o.day, o.at, o.repeat, s.stage, md5(s.stage) as stage_key, o.margin_e4::numeric / cardinality(touched.stages) as margin_e4
  from orders o
  cross join lateral (
  select coalesce(array_agg(distinct i.stage), array[null::text]) as stages
  from interactions i
  where o.known
  and i.customer_id = o.customer_id
  and i.stage is not null
  and i.day <= o.day
  and i.at <= o.at
  and i.at > coalesce((select max(p.at)
  from orders p
  where p.customer_id = o.customer_id
  and p.at < o.at), '-infinity') ) touched
  cross join lateral unnest(touched.stages) s(stage)) t
  where ((t.day >= $9
  and t.day < $10))
  and (t.channel::text = any($11::text[]))
  and (t.country::text = $12) limit $13) u offset 0) f
  group by f.stretch, f.stage::text limit 200001;
/* figuresFromFacts stage_refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(case when f.previous_gap_days is null or f.previous_gap_days > (f.at_day - ($3::date[])[f.stretch + 1]) then 1 end) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0)::float8, coalesce(sum(case when f.previous_gap_days is null or f.previous_gap_days > (f.at_day - $4::date) then 1 end) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0)::float8, round(coalesce(sum(f.margin_e4 * f.rate) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8, round(coalesce(sum(round(f.margin_e4::float8 * f.margin_e4 / 1e6)::bigint * f.rate * f.rate) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $5::date[]) as stretch, case when u.currency = $6 then 1 when u.currency is not null then (
  select case when r."from" = $7 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = u.at_day
  and (r.brand is null or r.brand = u.brand)
  and ((r."from" = u.currency
  and r."to" = $8) or (r."from" = $9
  and r."to" = u.currency))
  order by r.brand is null, r."from" = $10, r.id limit 1) end as rate
  from (
  select 'refunded' as anchor, t.day as at_day, t.*
  from (
  select r.id, r.brand, r.segment, r.country, r.channel, r.currency, r.day, r.at, r.repeat, r.previous_gap_days, s.stage, md5(s.stage) as stage_key, r.margin_e4::numeric / cardinality(touched.stages) as margin_e4
  from refunds r join orders o using (customer_id, id)
  cross join lateral (
  select coalesce(array_agg(distinct i.stage), array[null::text]) as stages
  from interactions i
  where o.known
  and i.customer_id = o.customer_id
  and i.stage is not null
  and i.day <= o.day
  and i.at <= o.at
  and i.at > coalesce((select max(p.at)
  from orders p
  where p.customer_id = o.customer_id
  and p.at < o.at), '-infinity') ) touched
  cross join lateral unnest(touched.stages) s(stage)) t
  where ((t.day >= $11
  and t.day < $12))
  and (t.channel::text = any($13::text[]))
  and (t.country::text = $14) limit $15) u offset 0) f
  group by f.stretch, f.stage::text limit 200001;
/* figuresFromFacts contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.rate is not null), 0)::float8, round(coalesce(sum(f.cost_e4 * f.rate) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.rate is not null), 0))::float8, round(coalesce(sum(round(f.cost_e4::float8 * f.cost_e4 / 1e6)::bigint * f.rate * f.rate) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.rate is not null), 0))::float8, coalesce(sum(1) filter (where f.anchor = 'handled'
  and f.handled = true), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'opened'
  and true), 0)::float8, coalesce(sum(case when f.previous_gap_days is null or f.previous_gap_days > 7 then 1 end) filter (where f.anchor = 'opened'
  and f.in_chain = true
  and f.at_day < (select today
  from fresh) - $3::int), 0)::float8, coalesce(sum(case when f.nearest_gap_days is null or f.nearest_gap_days > 7 then 1 end) filter (where f.anchor = 'opened'
  and f.in_chain = true
  and f.at_day < (select today
  from fresh) - $4::int), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.handle_seconds is not null), 0)::float8, coalesce(sum(f.handle_seconds) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.handle_seconds is not null), 0)::float8, coalesce(sum(f.handle_seconds::bigint * f.handle_seconds) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.handle_seconds is not null), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $5::date[]) as stretch, case when u.cost_currency = $6 then 1 when u.cost_currency is not null then (
  select case when r."from" = $7 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = u.at_day
  and (r.brand is null or r.brand = u.brand)
  and ((r."from" = u.cost_currency
  and r."to" = $8) or (r."from" = $9
  and r."to" = u.cost_currency))
  order by r.brand is null, r."from" = $10, r.id limit 1) end as rate
  from (
  select 'handled' as anchor, t.handled_day as at_day, t.*
  from contacts t
  where ((t.handled_day >= $11
  and t.handled_day < $12))
  and (t.channel::text = any($13::text[]))
  and (t.country::text = $14) union all
  select 'opened' as anchor, t.opened_day as at_day, t.*
  from contacts t
  where ((t.opened_day >= $15
  and t.opened_day < $16))
  and (t.channel::text = any($17::text[]))
  and (t.country::text = $18) limit $19) u offset 0) f
  group by f.stretch, f.stage::text limit 200001;
/* figuresFromFacts stage_order */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'placed'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'placed'
  and f.repeat = true), 0)::float8, round(coalesce(sum(f.margin_e4 * f.rate) filter (where f.anchor = 'placed'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8, round(coalesce(sum(round(f.margin_e4::float8 * f.margin_e4 / 1e6)::bigint * f.rate * f.rate) filter (where f.anchor = 'placed'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch, case when u.currency = $4 then 1 when u.currency is not null then (
  select case when r."from" = $5 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = u.at_day
  and (r.brand is null or r.brand = u.brand)
  and ((r."from" = u.currency
  and r."to" = $6) or (r."from" = $7
  and r."to" = u.currency))
  order by r.brand is null, r."from" = $8, r.id limit 1) end as rate
  from (
  select 'placed' as anchor, t.day as at_day, t.*
  from (
  select o.id, o.brand, o.segment, o.country, o.channel, o.currency, o.day, o.at, o.repeat, s.stage, md5(s.stage) as stage_key, o.margin_e4::numeric / cardinality(touched.stages) as margin_e4
  from orders o
  cross join lateral (
  select coalesce(array_agg(distinct i.stage), array[null::text]) as stages
  from interactions i
  where o.known
  and i.customer_id = o.customer_id
  and i.stage is not null
  and i.day <= o.day
  and i.at <= o.at
  and i.at > coalesce((select max(p.at)
  from orders p
  where p.customer_id = o.customer_id
  and p.at < o.at), '-infinity') ) touched
  cross join lateral unnest(touched.stages) s(stage)) t
  where ((t.day >= $9
  and t.day < $10))
  and (t.country::text = $11) limit $12) u offset 0) f
  group by f.stretch, f.stage::text limit 200001;
/* figuresFromFacts stage_refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.stage::text) as keys, count(*)::int as rows, array[ coalesce(sum(case when f.previous_gap_days is null or f.previous_gap_days > (f.at_day - ($3::date[])[f.stretch + 1]) then 1 end) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0)::float8, coalesce(sum(case when f.previous_gap_days is null or f.previous_gap_days > (f.at_day - $4::date) then 1 end) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0)::float8, round(coalesce(sum(f.margin_e4 * f.rate) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8, round(coalesce(sum(round(f.margin_e4::float8 * f.margin_e4 / 1e6)::bigint * f.rate * f.rate) filter (where f.anchor = 'refunded'
  and f.repeat = true
  and f.margin_e4 is not null
  and f.rate is not null), 0))::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $5::date[]) as stretch, case when u.currency = $6 then 1 when u.currency is not null then (
  select case when r."from" = $7 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = u.at_day
  and (r.brand is null or r.brand = u.brand)
  and ((r."from" = u.currency
  and r."to" = $8) or (r."from" = $9
  and r."to" = u.currency))
  order by r.brand is null, r."from" = $10, r.id limit 1) end as rate
  from (
  select 'refunded' as anchor, t.day as at_day, t.*
  from (
  select r.id, r.brand, r.segment, r.country, r.channel, r.currency, r.day, r.at, r.repeat, r.previous_gap_days, s.stage, md5(s.stage) as stage_key, r.margin_e4::numeric / cardinality(touched.stages) as margin_e4
  from refunds r join orders o using (customer_id, id)
  cross join lateral (
  select coalesce(array_agg(distinct i.stage), array[null::text]) as stages
  from interactions i
  where o.known
  and i.customer_id = o.customer_id
  and i.stage is not null
  and i.day <= o.day
  and i.at <= o.at
  and i.at > coalesce((select max(p.at)
  from orders p
  where p.customer_id = o.customer_id
  and p.at < o.at), '-infinity') ) touched
  cross join lateral unnest(touched.stages) s(stage)) t
  where ((t.day >= $11
  and t.day < $12))
  and (t.country::text = $13) limit $14) u offset 0) f
  group by f.stretch, f.stage::text limit 200001;

/* page: journeyMaps */
  select record.id as "id", record.name as "name", record.stages as "stages"
  from "journey_maps" record
  where true
  order by record.name asc, record.id asc limit $1;
