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
  from rederivations) pending), rates as materialized (/* rates */
  select distinct on (brand, day, currency) brand, day, currency, rate::numeric as rate
  from (
  select id, brand, day, "from" as currency, rate, false as turned
  from exchange_rates
  where "to" = $3
  and ((day >= $4
  and day < $5) or (day >= $6
  and day < $7)) union all
  select id, brand, day, "to", 1 / rate, true
  from exchange_rates
  where "from" = $8
  and ((day >= $9
  and day < $10) or (day >= $11
  and day < $12)) ) told
  order by brand, day, currency, turned, id)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8] as sums
  from (select u.*, width_bucket(u.at_day, $13::date[]) as stretch, case when u.currency = $14 then 1 else coalesce(own.rate, shared.rate) end as rate
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.day >= $15
  and t.day < $16) or (t.day >= $17
  and t.day < $18)) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $19
  and t.day < $20) or (t.day >= $21
  and t.day < $22))))) u left join rates own on own.brand = u.brand
  and own.day = u.at_day
  and own.currency = u.currency left join rates shared on shared.brand is null
  and shared.day = u.at_day
  and shared.currency = u.currency) f
  group by f.stretch limit $23;
/* figuresFromRollup contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending), rates as materialized (/* rates */
  select distinct on (brand, day, currency) brand, day, currency, rate::numeric as rate
  from (
  select id, brand, day, "from" as currency, rate, false as turned
  from exchange_rates
  where "to" = $3
  and ((day >= $4
  and day < $5) or (day >= $6
  and day < $7)) union all
  select id, brand, day, "to", 1 / rate, true
  from exchange_rates
  where "from" = $8
  and ((day >= $9
  and day < $10) or (day >= $11
  and day < $12)) ) told
  order by brand, day, currency, turned, id)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least(7, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 7 then f.n else 0 end) filter (where f.part = 'previous'
  and f.at_day < (select today
  from fresh) - $13::int), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least(7, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 7 then f.n else 0 end) filter (where f.part = 'nearest'
  and f.at_day < (select today
  from fresh) - $14::int), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, coalesce(sum(f.sums[n]), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8] as sums
  from (select u.*, width_bucket(u.at_day, $15::date[]) as stretch, case when u.currency = $16 then 1 else coalesce(own.rate, shared.rate) end as rate
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'contact'
  and t.dimensions = ''
  and ((t.day >= $17
  and t.day < $18) or (t.day >= $19
  and t.day < $20)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'contact'
  and t.dimensions = ''
  and ((t.part = any($21::text[])
  and ((t.day >= $22
  and t.day < $23) or (t.day >= $24
  and t.day < $25)))) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'contact'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $26
  and t.day < $27) or (t.day >= $28
  and t.day < $29))) or (t.part is not null
  and ((t.part = any($30::text[])
  and ((t.day >= $31
  and t.day < $32) or (t.day >= $33
  and t.day < $34))))))) u left join rates own on own.brand = u.brand
  and own.day = u.at_day
  and own.currency = u.currency left join rates shared on shared.brand is null
  and shared.day = u.at_day
  and shared.currency = u.currency) f
  group by f.stretch limit $35;
/* figuresFromRollup refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending), rates as materialized (/* rates */
  select distinct on (brand, day, currency) brand, day, currency, rate::numeric as rate
  from (
  select id, brand, day, "from" as currency, rate, false as turned
  from exchange_rates
  where "to" = $3
  and ((day >= $4
  and day < $5) or (day >= $6
  and day < $7)) union all
  select id, brand, day, "to", 1 / rate, true
  from exchange_rates
  where "from" = $8
  and ((day >= $9
  and day < $10) or (day >= $11
  and day < $12)) ) told
  order by brand, day, currency, turned, id)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($13::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($14::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'movement'
  and f.rate is not null), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $15::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $16::date) then f.n else 0 end) filter (where f.part = 'movement'
  and f.rate is not null), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($17::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($18::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'movement'
  and f.rate is not null), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $19::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $20::date) then f.n else 0 end) filter (where f.part = 'movement'
  and f.rate is not null), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8] as sums
  from (select u.*, width_bucket(u.at_day, $21::date[]) as stretch, case when u.currency = $22 then 1 else coalesce(own.rate, shared.rate) end as rate
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.day >= $23
  and t.day < $24) or (t.day >= $25
  and t.day < $26)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.part = any($27::text[])
  and ((t.day >= $28
  and t.day < $29) or (t.day >= $30
  and t.day < $31)))) union all
  select t.day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.part is null
  and ((t.day >= $32
  and t.day < $33) or (t.day >= $34
  and t.day < $35))) or (t.part is not null
  and ((t.part = any($36::text[])
  and ((t.day >= $37
  and t.day < $38) or (t.day >= $39
  and t.day < $40))))))) u left join rates own on own.brand = u.brand
  and own.day = u.at_day
  and own.currency = u.currency left join rates shared on shared.brand is null
  and shared.day = u.at_day
  and shared.currency = u.currency) f
  group by f.stretch limit $41;
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
