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
  select f.stretch, jsonb_build_array(f.d1) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'contact'
  and t.dimensions = 'CHANNEL'
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, t.dimension_values[1], null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch, f.d1 limit 200001;
/* valuesFromSketches contact */ with since as materialized (
  select max(days_from) as days_from
  from rollup_parts
  where fact = $1
  and store = 'sketches' )
  select array_position($2::int[], t.position) - 1 as term, width_bucket(t.day, $3::date[]) as stretch, jsonb_build_array(t.d1) as keys, t.counts, null::int[] as places, t.lowest, 1 as rows
  from rollup_sketches t
  where t.fact = 'contact'
  and t.dimensions = 'CHANNEL,TEAM'
  and t.position = any($4::int[])
  and ((t.grain = 'week'
  and t.day = any($5::date[])) or (t.grain = 'month'
  and t.day = any($6::date[])) or ((t.grain = 'day'
  and t.day = any($7::date[]))
  and t.day >= (select days_from
  from since))) union all
  select term, stretch, keys, array_agg(n) as counts, array_agg(bucket) as places, null::int as lowest, sum(rows)::int as rows
  from (select term, stretch, keys, bucket, sum(n)::int as n, count(*) as rows
  from (
  select *
  from (
  select unnest(array[0]) as term, width_bucket(t.day, $8::date[]) as stretch, jsonb_build_array(t.dimension_values[1]) as keys, unnest(array[case when (t.sums[n] / nullif(t.sums[n], 0)) <= 0 then -1 else ceil(ln((t.sums[n] / nullif(t.sums[n], 0))::float8) / 0.020000666706669435)::int end]) as bucket, unnest(array[t.sums[n]]) as n
  from rollup_delta t
  where t.fact = 'contact'
  and t.part is null
  and t.day >= $9
  and t.day < $10
  and not (t.day = any($11::date[])
  and t.day < (select days_from
  from since)) ) v
  where v.n <> 0
  and v.bucket is not null) one
  group by 1, 2, 3, 4) each
  group by 1, 2, 3 union all
  select term, stretch, keys, array_agg(n) as counts, array_agg(bucket) as places, null::int as lowest, sum(rows)::int as rows
  from (select term, stretch, keys, bucket, sum(n)::int as n, count(*) as rows
  from (
  select 0 as term, width_bucket(t.handled_day, $12::date[]) as stretch, jsonb_build_array(t.channel::text) as keys, case when t.handle_seconds <= 0 then -1 else ceil(ln(t.handle_seconds::float8) / 0.020000666706669435)::int end as bucket, 1 as n
  from contacts t
  where t.handled_day = any($13::date[])
  and t.handled_day < (select days_from
  from since)
  and t.handled = true
  and t.handle_seconds is not null
  and t.handle_seconds is not null limit $14) one
  group by 1, 2, 3, 4) each
  group by 1, 2, 3;

/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresFromRollup feedback */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'feedback'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'feedback'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;
/* valuesFromSketches feedback */ with since as materialized (
  select max(days_from) as days_from
  from rollup_parts
  where fact = $1
  and store = 'sketches' )
  select array_position($2::int[], t.position) - 1 as term, width_bucket(t.day, $3::date[]) as stretch, jsonb_build_array() as keys, t.counts, null::int[] as places, t.lowest, 1 as rows
  from rollup_sketches t
  where t.fact = 'feedback'
  and t.dimensions = ''
  and t.position = any($4::int[])
  and ((t.grain = 'week'
  and t.day = any($5::date[])) or (t.grain = 'month'
  and t.day = any($6::date[])) or ((t.grain = 'day'
  and t.day = any($7::date[]))
  and t.day >= (select days_from
  from since))) union all
  select term, stretch, keys, array_agg(n) as counts, array_agg(bucket) as places, null::int as lowest, sum(rows)::int as rows
  from (select term, stretch, keys, bucket, sum(n)::int as n, count(*) as rows
  from (
  select *
  from (
  select unnest(array[0]) as term, width_bucket(t.day, $8::date[]) as stretch, jsonb_build_array() as keys, unnest(array[(t.sums[n] / nullif(t.sums[n], 0))]) as bucket, unnest(array[t.sums[n]]) as n
  from rollup_delta t
  where t.fact = 'feedback'
  and t.part is null
  and t.day >= $9
  and t.day < $10
  and not (t.day = any($11::date[])
  and t.day < (select days_from
  from since)) ) v
  where v.n <> 0
  and v.bucket is not null) one
  group by 1, 2, 3, 4) each
  group by 1, 2, 3 union all
  select term, stretch, keys, array_agg(n) as counts, array_agg(bucket) as places, null::int as lowest, sum(rows)::int as rows
  from (select term, stretch, keys, bucket, sum(n)::int as n, count(*) as rows
  from (
  select 0 as term, width_bucket(t.day, $12::date[]) as stretch, jsonb_build_array() as keys, t.standard_score_e2 as bucket, 1 as n
  from feedback t
  where t.day = any($13::date[])
  and t.day < (select days_from
  from since)
  and t.kind = 'csat'
  and t.standard_score_e2 is not null limit $14) one
  group by 1, 2, 3, 4) each
  group by 1, 2, 3;
