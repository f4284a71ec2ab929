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
  select f.stretch, jsonb_build_array(f.d1) as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'contact'
  and t.dimensions = 'TRIGGER'
  and (((((select jsonb_object_agg(id::text, department)
  from triggers) ->> t.d1) <> $4)) or ((((select jsonb_object_agg(id::text, department)
  from triggers) ->> t.d1) is null)))
  and ((t.day >= $5
  and t.day < $6)) union all
  select t.day, t.brand, t.currency, t.dimension_values[3], null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and ((t.part is null
  and ((t.day >= $7
  and t.day < $8))))
  and (((((select jsonb_object_agg(id::text, department)
  from triggers) ->> t.dimension_values[3]) <> $9)) or ((((select jsonb_object_agg(id::text, department)
  from triggers) ->> t.dimension_values[3]) is null)))) u) f
  group by f.stretch, f.d1 limit 200001;
/* figuresFromFacts contact_event */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.contact_trigger_id::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'happened'
  and f.type = 'resolved'), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'happened'
  and f.reopened = true), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select 'happened' as anchor, t.day as at_day, t.*
  from contact_events t
  where ((t.day >= $4
  and t.day < $5))
  and (((((select jsonb_object_agg(id::text, department)
  from triggers) ->> t.contact_trigger_id::text) <> $6)) or ((((select jsonb_object_agg(id::text, department)
  from triggers) ->> t.contact_trigger_id::text) is null))) limit $7) u) f
  group by f.stretch, f.contact_trigger_id::text limit 200001;

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
