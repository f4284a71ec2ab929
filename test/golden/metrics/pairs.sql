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
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $3::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'feedback'
  and t.dimensions = ''
  and ((t.day >= $4
  and t.day < $5) or (t.day >= $6
  and t.day < $7)) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'feedback'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $8
  and t.day < $9) or (t.day >= $10
  and t.day < $11))))) u) f
  group by f.stretch limit $12;
/* figuresFromRollup order */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $3), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $4), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $5), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $6::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.day >= $7
  and t.day < $8) or (t.day >= $9
  and t.day < $10)) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $11
  and t.day < $12) or (t.day >= $13
  and t.day < $14))))) u) f
  group by f.stretch limit $15;
/* figuresFromRollup contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least(7, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 7 then f.n else 0 end) filter (where f.part = 'previous'
  and f.at_day < (select today
  from fresh) - $3::int), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least(7, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 7 then f.n else 0 end) filter (where f.part = 'nearest'
  and f.at_day < (select today
  from fresh) - $4::int), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $5), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $6), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $7), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $8::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'contact'
  and t.dimensions = ''
  and ((t.day >= $9
  and t.day < $10) or (t.day >= $11
  and t.day < $12)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'contact'
  and t.dimensions = ''
  and ((t.part = any($13::text[])
  and ((t.day >= $14
  and t.day < $15) or (t.day >= $16
  and t.day < $17)))) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $18
  and t.day < $19) or (t.day >= $20
  and t.day < $21))) or (t.part is not null
  and ((t.part = any($22::text[])
  and ((t.day >= $23
  and t.day < $24) or (t.day >= $25
  and t.day < $26))))))) u) f
  group by f.stretch limit $27;
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
  and f.part = 'movement'), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($9::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($10::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.currency = $11
  and f.part = 'movement'), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $12::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $13::date) then f.n else 0 end) filter (where f.currency = $14
  and f.part = 'movement'), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $15), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.currency = $16), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $17::date[]) as stretch
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.day >= $18
  and t.day < $19) or (t.day >= $20
  and t.day < $21)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.part = any($22::text[])
  and ((t.day >= $23
  and t.day < $24) or (t.day >= $25
  and t.day < $26)))) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $27
  and t.day < $28) or (t.day >= $29
  and t.day < $30))) or (t.part is not null
  and ((t.part = any($31::text[])
  and ((t.day >= $32
  and t.day < $33) or (t.day >= $34
  and t.day < $35))))))) u) f
  group by f.stretch limit $36;
/* figuresFromRollup customer_day */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array(f.brand) as keys, count(*)::int as rows, array[ coalesce(sum(case f.part when 'base' then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when 'churn' then (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) end), 0)::float8, coalesce(sum((case f.part when 'base' then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when 'baseNext' then -(case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end) when 'churn' then (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) end) * (f.at_day - $3::date)), 0)::float8] as sums
  from (select u.*, width_bucket(u.at_day, $4::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'customer_day'
  and t.dimensions = ''
  and t.brand = any($5::text[])
  and ((t.part = any($6::text[])
  and t.day < $7)) union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.dimensions = ''
  and t.brand = any($8::text[])
  and ((t.part is not null
  and ((t.part = any($9::text[])
  and t.day < $10))))) u) f
  group by f.stretch, f.brand limit $11;
