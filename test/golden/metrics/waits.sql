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
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
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
  and t.dimensions = ''
  and ((t.day >= $9
  and t.day < $10)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $11
  and t.day < $12))))) u offset 0) f
  group by f.stretch limit 200001;
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
  select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array() end as keys, count(*)::int as rows, array[coalesce(sum(case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(365, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 365 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(365, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 365 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(366, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 366 then f.n else 0 end)) end), 0), coalesce(sum((case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(365, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 365 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(365, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 365 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(366, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 366 then f.n else 0 end)) end) * (f.at_day - $1::date)), 0), coalesce(sum(case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(365, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 365 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(365, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 365 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(366, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 366 then f.n else 0 end)) end), 0), coalesce(sum(case f.part when 'baseNext' then case when f.survivors is not null then f.survivors[least((least(($2::date[])[f.stretch + 1], $3::date) - f.at_day + 365), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (least(($4::date[])[f.stretch + 1], $5::date) - f.at_day + 365) then f.n else 0 end when 'churn' then (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least((f.at_day - ($6::date[])[f.stretch + 1] + 367), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($7::date[])[f.stretch + 1] + 367) then f.n else 0 end) end), 0), coalesce(sum(case f.part when 'baseNext' then case when f.survivors is not null then f.survivors[least((least($8::date, $9::date) - f.at_day + 365), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (least($10::date, $11::date) - f.at_day + 365) then f.n else 0 end when 'churn' then (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least((f.at_day - $12::date + 367), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $13::date + 367) then f.n else 0 end) end), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end) filter (where f.part = 'order'), 0)]::float8[] as sums
  from (
  select u.*, width_bucket(u.at_day, $14::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 366 else 0 end as at_day, true as is_whole, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $15
  and t.fact = 'customer_day'
  and t.brand = any($16::text[])
  and ((t.part = any($17::text[])
  and t.day < $18)) union all
  select t.day + case t.part when 'baseNext' then 366 else 0 end as at_day, true as is_whole, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($19::text[])
  and ((t.part = any($20::text[])
  and t.day < $21))
  and coalesce(t.dimension_values[3], $22) = $23) u) f
  group by f.stretch, f.is_whole limit 200001;
