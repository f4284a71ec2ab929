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
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'feedback'
  and t.dimensions = 'TOUCHPOINT,STAGE'
  and (t.d2 = $4)
  and (t.d1 = $5)
  and ((t.day >= $6
  and t.day < $7)) union all
  select t.day, t.brand, t.currency, t.dimension_values[6], t.dimension_values[5], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'feedback'
  and ((t.part is null
  and ((t.day >= $8
  and t.day < $9))))
  and (t.dimension_values[5] = $10)
  and (t.dimension_values[6] = $11)) u) f
  group by f.stretch limit 200001;
/* figuresFromRollup interaction */ with fresh as materialized (/* today */
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
  where t.fact = 'interaction'
  and t.dimensions = 'JOURNEY_MAP,STAGE,TOUCHPOINT'
  and (t.d2 = $4)
  and (t.d3 = $5)
  and ((t.day >= $6
  and t.day < $7)) union all
  select t.day, t.brand, t.currency, t.dimension_values[3], t.dimension_values[4], t.dimension_values[5], t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'interaction'
  and ((t.part is null
  and ((t.day >= $8
  and t.day < $9))))
  and (t.dimension_values[4] = $10)
  and (t.dimension_values[5] = $11)) u) f
  group by f.stretch limit 200001;
