/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* daysFromRollup */
  select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array(f.key_0) end as keys, count(*)::int as rows, array[coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($1::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($2::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'activity'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $3::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $4::date) then f.n else 0 end) filter (where f.part = 'activity'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($5::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($6::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'contact'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $7::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $8::date) then f.n else 0 end) filter (where f.part = 'contact'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end) filter (where f.part = 'buyer'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end) filter (where f.part = 'secondOrder'), 0), coalesce(sum(case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end)) end), 0), coalesce(sum(case f.part when 'baseNext' then case when f.survivors is not null then f.survivors[least((least(($9::date[])[f.stretch + 1], $10::date) - f.at_day + 180), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (least(($11::date[])[f.stretch + 1], $12::date) - f.at_day + 180) then f.n else 0 end when 'churn' then (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least((f.at_day - ($13::date[])[f.stretch + 1] + 182), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($14::date[])[f.stretch + 1] + 182) then f.n else 0 end) end), 0), coalesce(sum(case f.part when 'baseNext' then case when f.survivors is not null then f.survivors[least((least($15::date, $16::date) - f.at_day + 180), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (least($17::date, $18::date) - f.at_day + 180) then f.n else 0 end when 'churn' then (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least((f.at_day - $19::date + 182), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $20::date + 182) then f.n else 0 end) end), 0), coalesce(sum(case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end)) end), 0), coalesce(sum((case when f.part in ('order', 'base') then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when f.part = 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when f.part in ('churn', 'moved') then -((case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end)) end) * (f.at_day - $21::date)), 0)]::float8[] as sums
  from (
  select u.*, width_bucket(u.at_day, $22::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, null::text as key_0, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $23
  and t.fact = 'customer_day'
  and t.brand = any($24::text[])
  and ((t.part = any($25::text[])
  and t.day < $26) or (t.part = any($27::text[])
  and ((t.day >= $28
  and t.day < $29)))) union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, null::text as key_0, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($30::text[])
  and ((t.part = any($31::text[])
  and t.day < $32) or (t.part = any($33::text[])
  and ((t.day >= $34
  and t.day < $35))))
  and coalesce(t.dimension_values[3], $36) = $37 union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, false as is_whole, t.d1 as key_0, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $38
  and t.fact = 'customer_day'
  and t.brand = any($39::text[])
  and ((t.part = any($40::text[])
  and t.day < $41) or (t.part = any($42::text[])
  and ((t.day >= $43
  and t.day < $44)))) union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, false as is_whole, t.dimension_values[1] as key_0, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($45::text[])
  and ((t.part = any($46::text[])
  and t.day < $47) or (t.part = any($48::text[])
  and ((t.day >= $49
  and t.day < $50))))
  and coalesce(t.dimension_values[3], $51) = $52) u) f
  group by f.stretch, f.is_whole, f.key_0 limit 200001;
/* figuresFromRollup order */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.d1) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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
  and ((t.day >= $9
  and t.day < $10)) union all
  select t.day, t.brand, t.currency, t.dimension_values[2], t.dimension_values[3], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and ((t.part is null
  and ((t.day >= $11
  and t.day < $12))))) u offset 0) f
  group by f.stretch, f.d1 limit 200001;
/* figuresFromRollup refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.d1) as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($3::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($4::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'movement'
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
  and ((t.day >= $13
  and t.day < $14)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'refund'
  and t.dimensions = 'SEGMENT,COUNTRY'
  and (t.part = any($15::text[])
  and ((t.day >= $16
  and t.day < $17))) union all
  select t.day, t.brand, t.currency, t.dimension_values[2], t.dimension_values[3], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'refund'
  and ((t.part is null
  and ((t.day >= $18
  and t.day < $19))) or (t.part is not null
  and (t.part = any($20::text[])
  and ((t.day >= $21
  and t.day < $22)))))) u offset 0) f
  group by f.stretch, f.d1 limit 200001;
