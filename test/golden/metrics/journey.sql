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
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'interaction'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'interaction'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;
/* figuresFromRollup journey */ with fresh as materialized (/* today */
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
  where t.fact = 'journey'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'journey'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;
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
/* figuresFromRollup survey */ with fresh as materialized (/* today */
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
  where t.fact = 'survey'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'survey'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;
/* figuresFromRollup investment */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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
  where t.fact = 'investment'
  and t.dimensions = ''
  and ((t.day >= $9
  and t.day < $10)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'investment'
  and ((t.part is null
  and ((t.day >= $11
  and t.day < $12))))) u offset 0) f
  group by f.stretch limit 200001;
/* figuresFromRollup contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
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
/* figuresFromRollup contact_event */ with fresh as materialized (/* today */
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
  where t.fact = 'contact_event'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact_event'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;
/* figuresFromRollup sla_target */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'sla_target'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'sla_target'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;
/* figuresFromRollup quality_review */ with fresh as materialized (/* today */
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
  where t.fact = 'quality_review'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'quality_review'
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit 200001;

/* nodes: interactions */
  select record.id as "id", record.external_id as "externalId"
  from "interactions" record
  where record.id = any($1::uuid[]);
/* nodes: journeys */
  select record.id as "id", record.external_id as "externalId"
  from "journeys" record
  where record.id = any($1::uuid[]);
/* nodes: feedback */
  select record.id as "id", record.external_id as "externalId"
  from "feedback" record
  where record.id = any($1::uuid[]);
/* nodes: surveys */
  select record.id as "id", record.external_id as "externalId"
  from "surveys" record
  where record.id = any($1::uuid[]);
/* nodes: investments */
  select record.id as "id", record.external_id as "externalId"
  from "investments" record
  where record.id = any($1::uuid[]);
/* nodes: contacts */
  select record.id as "id", record.external_id as "externalId"
  from "contacts" record
  where record.id = any($1::uuid[]);
/* nodes: contactEvents */
  select record.id as "id", record.external_id as "externalId"
  from "contact_events" record
  where record.id = any($1::uuid[]);
/* nodes: qualityReviews */
  select record.id as "id", record.external_id as "externalId"
  from "quality_reviews" record
  where record.id = any($1::uuid[]);

/* records */
  select kind, id, day, moment, row
  from (select 'interaction'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from interactions t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $3;
/* records */
  select kind, id, day, moment, row
  from (select 'journey'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.started_at), 0)::float8 as moment, '' as row
  from journeys t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $3;
/* records */
  select kind, id, day, moment, row
  from (select 'feedback'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from feedback t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and t.kind = 'review') r
  where true
  order by day desc, moment desc, id desc, row desc limit $3;
/* records */
  select kind, id, day, moment, row
  from (select 'survey'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.sent_at), 0)::float8 as moment, '' as row
  from surveys t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and t.skipped = false) r
  where true
  order by day desc, moment desc, id desc, row desc limit $3;
/* records */
  select kind, id, day, moment, row
  from (select 'investment'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from investments t
  where t.day >= $1
  and t.day < $2
  and true
  and ( case when t.currency = $3 then 1 when t.currency is not null then (
  select case when r."from" = $4 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $5) or (r."from" = $6
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $7, r.id limit 1) end) is not null
  and t.lens = 'cx') r
  where true
  order by day desc, moment desc, id desc, row desc limit $8;
/* records */
  select kind, id, day, moment, row
  from (select 'contact'::text as kind, t.id as id, t.handled_day as day, coalesce(extract(epoch
  from t.handled_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.handled_day >= $1
  and t.handled_day < $2
  and true
  and true
  and t.handled = true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $3;
/* records */
  select kind, id, day, moment, row
  from (select 'contact-event'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from contact_events t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and t.type = 'resolved' union all
  select 'contact'::text as kind, t.id as id, t.resolution_day as day, coalesce(extract(epoch
  from t.resolved_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.resolution_day >= $3
  and t.resolution_day < $4
  and true
  and true
  and true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $5;
/* records */
  select kind, id, day, moment, row
  from (select 'contact'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.judged_at), 0)::float8 as moment, concat_ws(' ', t.target, t.started_at) as row
  from sla_targets t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and t.met = true union all
  select 'contact'::text as kind, t.id as id, t.handled_day as day, coalesce(extract(epoch
  from t.handled_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.handled_day >= $3
  and t.handled_day < $4
  and true
  and true
  and t.sla_policy_id is null
  and t.sla_met = true union all
  select 'contact'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.judged_at), 0)::float8 as moment, concat_ws(' ', t.target, t.started_at) as row
  from sla_targets t
  where t.day >= $5
  and t.day < $6
  and true
  and true
  and t.met = false union all
  select 'contact'::text as kind, t.id as id, t.handled_day as day, coalesce(extract(epoch
  from t.handled_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.handled_day >= $7
  and t.handled_day < $8
  and true
  and true
  and t.sla_policy_id is null
  and t.sla_met = false) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (select 'contact'::text as kind, t.id as id, t.handled_day as day, coalesce(extract(epoch
  from t.handled_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.handled_day >= $1
  and t.handled_day < $2
  and true
  and ( case when t.cost_currency = $3 then 1 when t.cost_currency is not null then (
  select case when r."from" = $4 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.handled_day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.cost_currency
  and r."to" = $5) or (r."from" = $6
  and r."to" = t.cost_currency))
  order by r.brand is null, r."from" = $7, r.id limit 1) end) is not null
  and t.handled = true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $8;
/* records */
  select kind, id, day, moment, row
  from (select 'quality-review'::text as kind, t.id as id, t.day as day, coalesce(extract(epoch
  from t.at), 0)::float8 as moment, '' as row
  from quality_reviews t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $3;
/* records */
  select kind, id, day, moment, row
  from (select 'contact'::text as kind, t.id as id, t.opened_day as day, coalesce(extract(epoch
  from t.opened_at), 0)::float8 as moment, '' as row
  from contacts t
  where t.opened_day >= $1
  and t.opened_day < $2
  and true
  and true
  and true) r
  where true
  order by day desc, moment desc, id desc, row desc limit $3;
