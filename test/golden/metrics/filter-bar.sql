/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresFromFacts contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'opened'
  and true), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select 'opened' as anchor, t.opened_day as at_day, t.*
  from contacts t
  where ((t.opened_day >= $4
  and t.opened_day < $5))
  and (t.team::text = $6)
  and (t.country::text = $7) limit $8) u) f
  group by f.stretch limit 200001;
/* figuresFromRollup order */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'order'
  and t.dimensions = 'SEGMENT,COUNTRY'
  and (t.d2 = $9)
  and ((t.day >= $10
  and t.day < $11)) union all
  select t.day, t.brand, t.currency, t.dimension_values[2], t.dimension_values[3], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and ((t.part is null
  and ((t.day >= $12
  and t.day < $13))))
  and (t.dimension_values[3] = $14)) u offset 0) f
  group by f.stretch limit 200001;
/* figuresFromRollup refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($3::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($4::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'movement'
  and f.rate is not null), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $5::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $6::date) then f.n else 0 end) filter (where f.part = 'movement'
  and f.rate is not null), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $7::date[]) as stretch, case when u.currency = $8 then 1 when u.currency is not null then (
  select case when r."from" = $9 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = u.at_day
  and (r.brand is null or r.brand = u.brand)
  and ((r."from" = u.currency
  and r."to" = $10) or (r."from" = $11
  and r."to" = u.currency))
  order by r.brand is null, r."from" = $12, r.id limit 1) end as rate
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'refund'
  and t.dimensions = 'SEGMENT,COUNTRY'
  and (t.d2 = $13)
  and ((t.day >= $14
  and t.day < $15)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'refund'
  and t.dimensions = 'SEGMENT,COUNTRY'
  and (t.d2 = $16)
  and (t.part = any($17::text[])
  and ((t.day >= $18
  and t.day < $19))) union all
  select t.day, t.brand, t.currency, t.dimension_values[2], t.dimension_values[3], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'refund'
  and ((t.part is null
  and ((t.day >= $20
  and t.day < $21))) or (t.part is not null
  and (t.part = any($22::text[])
  and ((t.day >= $23
  and t.day < $24)))))
  and (t.dimension_values[3] = $25)) u offset 0) f
  group by f.stretch limit 200001;
/* daysFromRollup */
  select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array() end as keys, count(*)::int as rows, array[coalesce(sum(case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end)) end), 0), coalesce(sum((case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end)) end) * (f.at_day - $1::date)), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($2::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($3::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'activity'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $4::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $5::date) then f.n else 0 end) filter (where f.part = 'activity'), 0)]::float8[] as sums
  from (
  select u.*, width_bucket(u.at_day, $6::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $7
  and t.fact = 'customer_day'
  and t.brand = any($8::text[])
  and ((t.part = any($9::text[])
  and t.day < $10) or (t.part = any($11::text[])
  and ((t.day >= $12
  and t.day < $13))))
  and t.d1 is not distinct
  from $14 union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($15::text[])
  and ((t.part = any($16::text[])
  and t.day < $17) or (t.part = any($18::text[])
  and ((t.day >= $19
  and t.day < $20))))
  and t.dimension_values[2] is not distinct
  from $21
  and coalesce(t.dimension_values[3], $22) = $23) u) f
  group by f.stretch, f.is_whole limit 200001;
/* figuresFromFacts feedback */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'relational_nps'), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'relational_nps'
  and f.favourable = true), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'given'
  and f.kind = 'relational_nps'
  and f.unfavourable = true), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select 'given' as anchor, t.day as at_day, t.*
  from feedback t
  where ((t.day >= $4
  and t.day < $5))
  and (t.team::text = $6)
  and (t.country::text = $7) limit $8) u) f
  group by f.stretch limit 200001;

/* nodes: contacts */
  select record.id as "id"
  from "contacts" record
  where record.id = any($1::uuid[]);
/* nodes: orders */
  select record.id as "id"
  from "orders" record
  where record.id = any($1::uuid[]);
/* nodes: customers */
  select record.id as "id"
  from "customers" record
  where record.id = any($1::uuid[]);

/* records */
  select kind, id, day, moment, row
  from (select 'contact'::text as kind, t.id as id, t.opened_day as day, coalesce(extract(epoch
  from t.opened_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.opened_day >= $1
  and t.opened_day < $2
  and (t.team::text = $3)
  and (t.country::text = $4)
  and true
  and true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $5;
/* records */
  select kind, id, day, moment, row
  from (select 'order'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from orders t
  where t.day >= $1
  and t.day < $2
  and (t.country::text = $3)
  and ( case when t.currency = $4 then 1 when t.currency is not null then (
  select case when r."from" = $5 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $6) or (r."from" = $7
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $8, r.id limit 1) end) is not null
  and true union all
  select 'order'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from refunds t
  where t.day >= $9
  and t.day < $10
  and (t.country::text = $11)
  and ( case when t.currency = $12 then 1 when t.currency is not null then (
  select case when r."from" = $13 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $14) or (r."from" = $15
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $16, r.id limit 1) end) is not null
  and true
  and (t.previous_gap_days is null or t.previous_gap_days > (t.day - $17::date))) r
  where true
  order by day desc, moment desc, id desc, row desc limit $18;
/* records */
  select kind, id, day, moment, row
  from (select 'contact'::text as kind, t.id as id, t.opened_day as day, coalesce(extract(epoch
  from t.opened_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.opened_day >= $1
  and t.opened_day < $2
  and (t.team::text = $3)
  and (t.country::text = $4)
  and true
  and true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $5;
/* records */
  select kind, id, day, moment, row
  from (select 'feedback'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from feedback t
  where t.day >= $1
  and t.day < $2
  and (t.team::text = $3)
  and (t.country::text = $4)
  and true
  and t.kind = 'relational_nps') r
  where true
  order by day desc, moment desc, id desc, row desc limit $5;
/* records */
  select kind, id, day, moment, row
  from (/* dayRecords */
  select 'customer'::text as kind, g.customer_id as id, g.at_day as day, 0::float8 as moment, '' as row
  from (
  select p.day as at_day, p.part, case when p.gap_days > 7320 then 7321 else p.gap_days end as gap_days, p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
  from (
  select w.*, w.day - lag(w.day) over trip as gap
  from (select w.*, unnest(array_remove(array[case when w.ordered or w.visited then 'activity' end], null)) as kind
  from (
  select 1 as sign, unnest(array['']) as label, unnest(array['whole']) as world, unnest(array[null::text]) as track, t.*, false as brands, (t.country::text = $1) is true as counts
  from customer_days t
  where t.brand = any($2::text[])
  and t.day >= $3
  and t.day < $4 ) w) w
  where w.counts or w.kind in ('order', 'base', 'churn') window trip as ( partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end, case when w.kind in ('contact', 'activity', 'buyer') then w.track end
  order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C") ) t
  cross join lateral (
  select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day, t.gap, t.sign, t.segment, t.country
  where t.counts ) p(part, day, gap_days, n, segment, country)
  where p.part is not null
  and p.gap_days is distinct
  from 0) g
  where g.part = $5
  and g.at_day >= $6
  and g.at_day < $7
  and (g.gap_days is null or g.gap_days > (g.at_day - $8::date))) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
