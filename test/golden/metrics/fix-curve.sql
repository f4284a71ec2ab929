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
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(case when f.part is null then f.sums[n] else (case when f.survivors is not null then f.survivors[least(1, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 1 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) end) filter (where (f.part is null or f.part = 'previous')
  and f.at_day < (select today
  from fresh) - $3::int), 0)::float8, coalesce(sum(case when f.part is null then f.sums[n] else (case when f.survivors is not null then f.survivors[least(1, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 1 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) end) filter (where (f.part is null or f.part = 'nearest')
  and f.at_day < (select today
  from fresh) - $4::int), 0)::float8, coalesce(sum(f.sums[n] - coalesce(f.sums[n], 0)) filter (where f.at_day < (select today
  from fresh) - $5::int), 0)::float8, coalesce(sum(f.sums[n] - coalesce(f.sums[n], 0)) filter (where f.at_day < (select today
  from fresh) - $6::int), 0)::float8, coalesce(sum(case when f.part is null then f.sums[n] else (case when f.survivors is not null then f.survivors[least(30, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 30 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) end) filter (where (f.part is null or f.part = 'previous')
  and f.at_day < (select today
  from fresh) - $7::int), 0)::float8, coalesce(sum(case when f.part is null then f.sums[n] else (case when f.survivors is not null then f.survivors[least(30, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 30 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) end) filter (where (f.part is null or f.part = 'nearest')
  and f.at_day < (select today
  from fresh) - $8::int), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $9::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'contact'
  and t.dimensions = 'CHANNEL'
  and (t.d1 <> $10)
  and ((t.day >= $11
  and t.day < $12)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'contact'
  and t.dimensions = 'CHANNEL'
  and (t.d1 <> $13)
  and (t.part = any($14::text[])
  and ((t.day >= $15
  and t.day < $16))) union all
  select t.day, t.brand, t.currency, t.dimension_values[1], null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $17
  and t.day < $18))) or (t.part is not null
  and (t.part = any($19::text[])
  and ((t.day >= $20
  and t.day < $21)))))
  and (t.dimension_values[1] <> $22)) u) f
  group by f.stretch limit 200001;
