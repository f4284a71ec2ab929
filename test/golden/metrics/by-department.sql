/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresFromRollup contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.d1, ((select jsonb_object_agg(id::text, department)
  from triggers) ->> f.d2)) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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
  where t.fact = 'contact'
  and t.dimensions = 'CHANNEL,TRIGGER'
  and ((t.day >= $9
  and t.day < $10)) union all
  select t.day, t.brand, t.currency, t.dimension_values[1], t.dimension_values[3], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $11
  and t.day < $12))))) u offset 0) f
  group by f.stretch, f.d1, ((select jsonb_object_agg(id::text, department)
  from triggers) ->> f.d2) limit 200001;
/* figuresFromFacts sla_target */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.channel::text, ((select jsonb_object_agg(id::text, department)
  from triggers) ->> f.trigger_id::text)) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.met = true), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.met = false), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.target = 'FIRST_RESPONSE'
  and f.met = true), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.target = 'FIRST_RESPONSE'
  and f.met = false), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.target = 'NEXT_REPLY'
  and f.met = true), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.target = 'NEXT_REPLY'
  and f.met = false), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.target = 'RESOLUTION'
  and f.met = true), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'judged'
  and f.target = 'RESOLUTION'
  and f.met = false), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select 'judged' as anchor, t.day as at_day, t.*
  from sla_targets t
  where ((t.day >= $4
  and t.day < $5)) limit $6) u) f
  group by f.stretch, f.channel::text, ((select jsonb_object_agg(id::text, department)
  from triggers) ->> f.trigger_id::text) limit 200001;
