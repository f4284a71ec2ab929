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
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]) filter (where f.currency = $3), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $4), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $5), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $6::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.day >= $7
  and t.day < $8)) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $9
  and t.day < $10))))) u) f
  group by f.stretch limit $11;
/* figuresFromRollup refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($3::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($4::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.currency = $5
  and f.part = 'movement'), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $6::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $7::date) then f.n else 0 end) filter (where f.currency = $8
  and f.part = 'movement'), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $9), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $10), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $11::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.day >= $12
  and t.day < $13)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.part = any($14::text[])
  and ((t.day >= $15
  and t.day < $16)))) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $17
  and t.day < $18))) or (t.part is not null
  and ((t.part = any($19::text[])
  and ((t.day >= $20
  and t.day < $21))))))) u) f
  group by f.stretch limit $22;
/* figuresFromRollup customer_day */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.brand) as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($3::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($4::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'contact'), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $5::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $6::date) then f.n else 0 end) filter (where f.part = 'contact'), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $7::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'customer_day'
  and t.dimensions = ''
  and t.brand = any($8::text[])
  and ((t.part = any($9::text[])
  and ((t.day >= $10
  and t.day < $11)))) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.dimensions = ''
  and t.brand = any($12::text[])
  and ((t.part is not null
  and ((t.part = any($13::text[])
  and ((t.day >= $14
  and t.day < $15))))))) u) f
  group by f.stretch, f.brand limit $16;
/* figuresFromRollup feedback */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'feedback'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5)) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'feedback'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $6
  and t.day < $7))))) u) f
  group by f.stretch limit $8;

/* records */
  select kind, id, day
  from (select 'order'::text as kind, t.id as id, t.day as day
  from orders t
  where t.day >= $1
  and t.day < $2
  and true
  and t.currency = $3
  and true union all
  select 'order'::text as kind, t.id as id, t.day as day
  from refunds t
  where t.day >= $4
  and t.day < $5
  and true
  and t.currency = $6
  and true
  and (t.previous_gap_days is null or t.previous_gap_days > (t.day - $7::date))) r
  where true
  order by day desc, id desc limit $8;
/* records */
  select kind, id, day
  from (select 'customer'::text as kind, t.customer_id as id, t.day as day
  from customer_days t
  where t.day >= $1
  and t.day < $2
  and t.brand = $3
  and true
  and t.kind = 'contact'
  and (t.previous_gap_days is null or t.previous_gap_days > (t.day - $4::date))) r
  where true
  order by day desc, id desc limit $5;
/* records */
  select kind, id, day
  from (select 'feedback'::text as kind, t.id as id, t.day as day
  from feedback t
  where t.day >= $1
  and t.day < $2
  and true
  and true
  and t.kind = 'csat') r
  where true
  order by day desc, id desc limit $3;

/* nodes: orders */
  select 'Order' as "__typename", record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.at as "at", record.amount_e4 as "amountE4", record.currency as "currency", record.margin_e4 as "marginE4", record.refunds as "refunds", record.status as "status", record.channel as "channel", record.promised_at as "promisedAt", record.delivered_at as "deliveredAt", record.repeat as "repeat", record.segment as "segment", record.country as "country"
  from "orders" record
  where record.id = any($1::uuid[]);
/* nodes: customers */
  select 'Customer' as "__typename", record.id as "id", record.brand as "brand", record.kind as "kind", record.company as "company", record.name as "name", record.email as "email", record.phone as "phone", record.language as "language", record.country as "country", record.segment as "segment", record.acquired_at as "acquiredAt", record.churned_at as "churnedAt", record.anonymous as "anonymous", record.attributes as "attributes", record.name_search as "nameSearch"
  from "customers" record
  where record.id = any($1::uuid[]);
