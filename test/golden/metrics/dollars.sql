/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresFromRollup order */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.brand) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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
  and t.dimensions = ''
  and ((t.day >= $9
  and t.day < $10)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and ((t.part is null
  and ((t.day >= $11
  and t.day < $12))))) u offset 0) f
  group by f.stretch, f.brand limit 200001;
/* figuresFromRollup refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.brand) as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($3::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($4::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'movement'
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
  and t.dimensions = ''
  and ((t.day >= $13
  and t.day < $14)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'refund'
  and t.dimensions = ''
  and (t.part = any($15::text[])
  and ((t.day >= $16
  and t.day < $17))) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'refund'
  and ((t.part is null
  and ((t.day >= $18
  and t.day < $19))) or (t.part is not null
  and (t.part = any($20::text[])
  and ((t.day >= $21
  and t.day < $22)))))) u offset 0) f
  group by f.stretch, f.brand limit 200001;
/* daysFromRollup */
  select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array(f.key_0) end as keys, count(*)::int as rows, array[coalesce(sum(case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end) filter (where f.part = 'buyer'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end) filter (where f.part = 'secondOrder'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($1::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($2::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'activity'), 0), coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $3::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $4::date) then f.n else 0 end) filter (where f.part = 'activity'), 0)]::float8[] as sums
  from (
  select u.*, width_bucket(u.at_day, $5::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 1 else 0 end as at_day, true as is_whole, null::text as key_0, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $6
  and t.fact = 'customer_day'
  and t.brand = any($7::text[])
  and ((t.part = any($8::text[])
  and t.day < $9) or (t.part = any($10::text[])
  and ((t.day >= $11
  and t.day < $12)))) union all
  select t.day + case t.part when 'baseNext' then 1 else 0 end as at_day, true as is_whole, null::text as key_0, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($13::text[])
  and ((t.part = any($14::text[])
  and t.day < $15) or (t.part = any($16::text[])
  and ((t.day >= $17
  and t.day < $18))))
  and coalesce(t.dimension_values[3], $19) = $20 union all
  select t.day + case t.part when 'baseNext' then 1 else 0 end as at_day, false as is_whole, t.brand as key_0, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $21
  and t.fact = 'customer_day'
  and t.brand = any($22::text[])
  and ((t.part = any($23::text[])
  and t.day < $24) or (t.part = any($25::text[])
  and ((t.day >= $26
  and t.day < $27)))) union all
  select t.day + case t.part when 'baseNext' then 1 else 0 end as at_day, false as is_whole, t.brand as key_0, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($28::text[])
  and ((t.part = any($29::text[])
  and t.day < $30) or (t.part = any($31::text[])
  and ((t.day >= $32
  and t.day < $33))))
  and coalesce(t.dimension_values[3], $34) = $35) u) f
  group by f.stretch, f.is_whole, f.key_0 limit 200001;
