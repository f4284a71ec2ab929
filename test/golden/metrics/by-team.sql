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
  select f.stretch, jsonb_build_array(f.d2) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'contact'
  and t.dimensions = 'CHANNEL,TEAM'
  and (((t.d1 = $4)) is not true)
  and ((t.day >= $5
  and t.day < $6)) union all
  select t.day, t.brand, t.currency, t.dimension_values[1], t.dimension_values[4], null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $7
  and t.day < $8))))
  and (((t.dimension_values[1] = $9)) is not true)) u) f
  group by f.stretch, f.d2 limit 200001;
