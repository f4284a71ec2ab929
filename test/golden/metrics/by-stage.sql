/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresFromRollup interaction */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.d1, f.d2, f.d3) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'interaction'
  and t.dimensions = 'JOURNEY_MAP,STAGE,TOUCHPOINT'
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, t.dimension_values[3], t.dimension_values[4], t.dimension_values[5], t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'interaction'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch, f.d1, f.d2, f.d3 limit 200001;
/* figuresFromRollup contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.d1, f.d2, f.d3) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'contact'
  and t.dimensions = 'JOURNEY_MAP,STAGE,TOUCHPOINT'
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, t.dimension_values[7], t.dimension_values[8], t.dimension_values[9], t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch, f.d1, f.d2, f.d3 limit 200001;

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
