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
  select f.stretch, jsonb_build_array(f.d2) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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
  and (t.d1 = any($9::text[]))
  and ((t.day >= $10
  and t.day < $11)) union all
  select t.day, t.brand, t.currency, t.dimension_values[1], t.dimension_values[3], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $12
  and t.day < $13))))
  and (t.dimension_values[1] = any($14::text[]))) u offset 0) f
  group by f.stretch, f.d2 limit 200001;
/* figuresFromRollup order */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;
/* daysFromRollup */
  select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array() end as keys, count(*)::int as rows, array[coalesce(sum(case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end)) end), 0), coalesce(sum((case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end)) end) * (f.at_day - $1::date)), 0)]::float8[] as sums
  from (
  select u.*, width_bucket(u.at_day, $2::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $3
  and t.fact = 'customer_day'
  and t.brand = any($4::text[])
  and ((t.part = any($5::text[])
  and t.day < $6)) union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($7::text[])
  and ((t.part = any($8::text[])
  and t.day < $9))
  and coalesce(t.dimension_values[3], $10) = $11) u) f
  group by f.stretch, f.is_whole limit 200001;
/* ratePer */
  select id, upper(rate_per) as exposure
  from triggers
  where rate_per is not null;

/* names */
  select id, name
  from triggers
  where id = any($1::uuid[]) union all
  select id, name
  from touchpoints
  where id = any($2::uuid[]) union all
  select id, name
  from journey_maps
  where id = any($3::uuid[]) union all
  select id, external_id
  from sla_policies
  where id = any($4::uuid[]);
