/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresFromFacts contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.topic::text) as keys, count(*)::int as rows, array[ coalesce(sum(1) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.handle_seconds is not null), 0)::float8, coalesce(sum(f.handle_seconds) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.handle_seconds is not null), 0)::float8, coalesce(sum(f.handle_seconds::bigint * f.handle_seconds) filter (where f.anchor = 'handled'
  and f.handled = true
  and f.handle_seconds is not null), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'opened'
  and f.offered = true
  and f.outcome <> 'abandoned'), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'opened'
  and f.offered = true
  and f.outcome is null), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'opened'
  and f.offered = true
  and f.outcome = 'abandoned'
  and f.queue_seconds > 30), 0)::float8, coalesce(sum(1) filter (where f.anchor = 'opened'
  and f.offered = true
  and f.outcome = 'abandoned'
  and f.queue_seconds is null), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select 'handled' as anchor, t.handled_day as at_day, t.*
  from contacts t
  where ((t.handled_day >= $4
  and t.handled_day < $5))
  and (((starts_with(t.topic::text, $6))) or ((t.topic::text is null)))
  and (t.segment::text = any($7::text[])) union all
  select 'opened' as anchor, t.opened_day as at_day, t.*
  from contacts t
  where ((t.opened_day >= $8
  and t.opened_day < $9))
  and (((starts_with(t.topic::text, $10))) or ((t.topic::text is null)))
  and (t.segment::text = any($11::text[])) limit $12) u) f
  group by f.stretch, f.topic::text limit 200001;

/* readyParts */
  select fact, part, position
  from rollup_parts
  where ready;
