/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* daysFromRollup */
  select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array() end as keys, count(*)::int as rows, array[coalesce(sum(case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end) filter (where f.part = 'buyer'), 0)]::float8[] as sums
  from (
  select u.*, width_bucket(u.at_day, $1::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 1 else 0 end as at_day, true as is_whole, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $2
  and t.fact = 'customer_day'
  and t.brand = any($3::text[])
  and ((t.part = any($4::text[])
  and t.day < $5)) union all
  select t.day + case t.part when 'baseNext' then 1 else 0 end as at_day, true as is_whole, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($6::text[])
  and ((t.part = any($7::text[])
  and t.day < $8))
  and coalesce(t.dimension_values[3], $9) = $10) u) f
  group by f.stretch, f.is_whole limit 200001;
/* latestFits */ with asked as (
  select t.brand, (true) is true as holds
  from (select distinct brand
  from lifetime_fits
  where brand <> $1) t ), whole as (
  select case when count(*) filter (where holds) = 1 then min(brand) filter (where holds) when coalesce(bool_and(holds), true)
  and exists (select
  from lifetime_fits
  where brand = $2) then $3 end as brand
  from asked ), spans as (
  select *
  from unnest($4::int[], $5::int[], $6::date[]) s(stretch, slot, to_day) )
  select stretch, keys, 1 as rows, array[case slot when 0 then f.customers::float8 else 0 end, case slot when 1 then f.customers::float8 else 0 end, case slot when 0 then case when f.rate is null then 0 else f.customers::float8 end else 0 end, case slot when 1 then case when f.rate is null then 0 else f.customers::float8 end else 0 end, case slot when 0 then coalesce(coalesce((select sum(w.held * w.weight)
  from unnest(f.margin_by_month, '{0.9960366175231666,0.988156915513073,0.9803395502712021}'::float8[]) w(held, weight)), 0) * f.rate, 0) else 0 end, case slot when 1 then coalesce(coalesce((select sum(w.held * w.weight)
  from unnest(f.margin_by_month, '{0.9960366175231666,0.988156915513073,0.9803395502712021}'::float8[]) w(held, weight)), 0) * f.rate, 0) else 0 end, case slot when 0 then coalesce(array_position('{TOO_FEW_REPEATERS,NO_MARGIN,NOT_FITTED}'::text[], f.problem), 0)::float8 else 0 end, case slot when 1 then coalesce(array_position('{TOO_FEW_REPEATERS,NO_MARGIN,NOT_FITTED}'::text[], f.problem), 0)::float8 else 0 end] as sums
  from spans
  cross join lateral (
  select distinct on (t.brand) t.*, case when $7::text = $8 then 1 when $9::text is not null then (
  select case when r."from" = $10 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = $11::text
  and r."to" = $12) or (r."from" = $13
  and r."to" = $14::text))
  order by r.brand is null, r."from" = $15, r.id limit 1) end as rate
  from lifetime_fits t
  where t.day < to_day
  order by t.brand, t.day desc ) f
  cross join lateral (
  select '[]'::jsonb as keys
  where f.brand = (select brand
  from whole) union all
  select jsonb_build_array(f.brand)
  where $16
  and f.brand in (select brand
  from asked
  where holds) ) k;
/* figuresFromRollup investment */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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
/* figuresFromRollup order */ with fresh as materialized (/* today */
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
  where t.fact = 'order'
  and t.dimensions = ''
  and ((t.day >= $9
  and t.day < $10)) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'order'
  and ((t.part is null
  and ((t.day >= $11
  and t.day < $12))))) u offset 0) f
  group by f.stretch limit 200001;
/* figuresFromRollup refund */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - ($3::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($4::date[])[f.stretch + 1]) then f.n else 0 end) filter (where f.part = 'retained'
  and f.rate is not null), 0)::float8, coalesce(sum(case when f.survivors is not null then f.survivors[least((f.at_day - $5::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $6::date) then f.n else 0 end) filter (where f.part = 'retained'
  and f.rate is not null), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
  from (select u.*, width_bucket(u.at_day, $7::date[]) as stretch, case when u.currency = $8 then 1 when u.currency is not null then (
  select case when r."from" = $9 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = u.at_day
  and (r.brand is null or r.brand = u.brand)
  and ((r."from" = u.currency
  and r."to" = $10) or (r."from" = $11
  and r."to" = u.currency))
  order by r.brand is null, r."from" = $12, r.id limit 1) end as rate
  from (
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, t.sums, null::text as part, null::int[] as survivors, null::int as gap_days, null::bigint as n
  from rollup t
  where t.fact = 'refund'
  and t.dimensions = ''
  and ((t.day >= $13
  and t.day < $14)) union all
  select t.day as at_day, t.brand, t.currency, t.d1, t.d2, t.d3, null::bigint[] as sums, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.fact = 'refund'
  and t.dimensions = ''
  and (t.part = any($15::text[])
  and ((t.day >= $16
  and t.day < $17))) union all
  select t.day, t.brand, t.currency, null, null, null, t.sums, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'refund'
  and ((t.part is null
  and ((t.day >= $18
  and t.day < $19))) or (t.part is not null
  and (t.part = any($20::text[])
  and ((t.day >= $21
  and t.day < $22)))))) u offset 0) f
  group by f.stretch limit 200001;
/* figuresFromRollup contact */ with fresh as materialized (/* today */
  select (least(min(at), $1::timestamptz) at time zone $2)::date as today
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending)
  select f.stretch, jsonb_build_array() as keys, count(*)::int as rows, array[ coalesce(sum(f.sums[n]) filter (where f.rate is not null), 0)::float8, round(coalesce(sum(f.sums[n] * f.rate) filter (where f.rate is not null), 0))::float8, round(coalesce(sum(f.sums[n] * f.rate * f.rate) filter (where f.rate is not null), 0))::float8]::float8[] as sums
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

/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* figuresOfSpending */ with spans as (
  select *
  from unnest($1::int[], $2::int[], $3::date[], $4::date[], $5::date[], $6::date[], $7::date[], $8::date[], $9::date[], $10::date[] ) s(stretch, slot, from_day, to_day, before_from, before_to, year_from, year_to, reach_from, reach_to) ), moves as materialized (
  select *
  from (select t.customer_id, t.day, t.amount_e4 * case when t.currency = $11 then 1 when t.currency is not null then (
  select case when r."from" = $12 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $13) or (r."from" = $14
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $15, r.id limit 1) end as amount, t.channel::text as key_0
  from orders t
  where t.known
  and ((t.day >= $16
  and t.day < $17))
  and true union all
  select t.customer_id, t.day, - t.amount_e4 * case when t.currency = $18 then 1 when t.currency is not null then (
  select case when r."from" = $19 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $20) or (r."from" = $21
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $22, r.id limit 1) end as amount, t.channel::text as key_0
  from refunds t
  where t.known
  and ((t.day >= $23
  and t.day < $24))
  and true) m limit $25 ), spent as (
  select s.stretch, s.slot, m.customer_id, key_0, grouping(key_0) > 0 as is_whole, sum(m.amount) filter (where m.day >= s.before_from
  and m.day < s.before_to) as before, greatest(sum(m.amount) filter (where m.day >= s.from_day
  and m.day < s.to_day), 0) as now, sum(m.amount) filter (where m.day >= s.year_from
  and m.day < s.year_to) as year
  from spans s join moves m on m.day >= s.reach_from
  and m.day < s.reach_to
  group by grouping sets ((s.stretch, s.slot, m.customer_id), (s.stretch, s.slot, m.customer_id, key_0)) ), ranked as (
  select *, row_number() over (partition by stretch, slot, is_whole, key_0
  order by year desc nulls last) <= ceil(count(*) filter (where year > 0) over (partition by stretch, slot, is_whole, key_0) / 10.0) as is_top
  from spent )
  select stretch, case when is_whole then '[]'::jsonb else jsonb_build_array(key_0) end as keys, case when row_number() over () = 1 then (select count(*)
  from moves) else 0 end::int as rows, array[case slot when 0 then round(coalesce(sum(1) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(1) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(before) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(before) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(before * before) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(before * before) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(coalesce(now, 0)) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(coalesce(now, 0)) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(coalesce(now, 0) * coalesce(now, 0)) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(coalesce(now, 0) * coalesce(now, 0)) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(before * coalesce(now, 0)) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(before * coalesce(now, 0)) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(least(before, coalesce(now, 0))) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(least(before, coalesce(now, 0))) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(least(before, coalesce(now, 0)) * least(before, coalesce(now, 0))) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(least(before, coalesce(now, 0)) * least(before, coalesce(now, 0))) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(before * least(before, coalesce(now, 0))) filter (where before > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(before * least(before, coalesce(now, 0))) filter (where before > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(1) filter (where year > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(1) filter (where year > 0), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(year) filter (where year > 0
  and (is_top or not is_whole)), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(year) filter (where year > 0
  and (is_top or not is_whole)), 0))::float8 else 0 end, case slot when 0 then round(coalesce(sum(year) filter (where year > 0), 0))::float8 else 0 end, case slot when 1 then round(coalesce(sum(year) filter (where year > 0), 0))::float8 else 0 end] as sums
  from ranked
  group by stretch, slot, is_whole, key_0 limit 200001;

/* nodes: customers */
  select record.id as "id"
  from "customers" record
  where record.id = any($1::uuid[]);

/* records */
  select kind, id, day, moment, row
  from (/* spenders */
  select 'customer'::text as kind, customer_id as id, max(day) as day, 0::float8 as moment, '' as row
  from (select t.customer_id, t.day, t.amount_e4 * case when t.currency = $1 then 1 when t.currency is not null then (
  select case when r."from" = $2 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $3) or (r."from" = $4
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $5, r.id limit 1) end as amount
  from orders t
  where t.known
  and ((t.day >= $6
  and t.day < $7))
  and (true) union all
  select t.customer_id, t.day, - t.amount_e4 * case when t.currency = $8 then 1 when t.currency is not null then (
  select case when r."from" = $9 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $10) or (r."from" = $11
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $12, r.id limit 1) end as amount
  from refunds t
  where t.known
  and ((t.day >= $13
  and t.day < $14))
  and (true)) m
  group by customer_id having sum(amount) > 0) r
  where true
  order by day desc, moment desc, id desc, row desc limit $15;
/* records */
  select kind, id, day, moment, row
  from (/* spenders */
  select 'customer'::text as kind, customer_id as id, max(day) as day, 0::float8 as moment, '' as row
  from (select t.customer_id, t.day, t.amount_e4 * case when t.currency = $1 then 1 when t.currency is not null then (
  select case when r."from" = $2 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $3) or (r."from" = $4
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $5, r.id limit 1) end as amount
  from orders t
  where t.known
  and ((t.day >= $6
  and t.day < $7))
  and (true) union all
  select t.customer_id, t.day, - t.amount_e4 * case when t.currency = $8 then 1 when t.currency is not null then (
  select case when r."from" = $9 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $10) or (r."from" = $11
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $12, r.id limit 1) end as amount
  from refunds t
  where t.known
  and ((t.day >= $13
  and t.day < $14))
  and (true)) m
  group by customer_id having sum(amount) > 0) r
  where true
  order by day desc, moment desc, id desc, row desc limit $15;
/* records */
  select kind, id, day, moment, row
  from (/* spenders */
  select 'customer'::text as kind, customer_id as id, max(day) as day, 0::float8 as moment, '' as row
  from (select t.customer_id, t.day, t.amount_e4 * case when t.currency = $1 then 1 when t.currency is not null then (
  select case when r."from" = $2 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $3) or (r."from" = $4
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $5, r.id limit 1) end as amount
  from orders t
  where t.known
  and ((t.day >= $6
  and t.day < $7))
  and (true) union all
  select t.customer_id, t.day, - t.amount_e4 * case when t.currency = $8 then 1 when t.currency is not null then (
  select case when r."from" = $9 then 1 / r.rate else r.rate end::numeric
  from exchange_rates r
  where r.day = t.day
  and (r.brand is null or r.brand = t.brand)
  and ((r."from" = t.currency
  and r."to" = $10) or (r."from" = $11
  and r."to" = t.currency))
  order by r.brand is null, r."from" = $12, r.id limit 1) end as amount
  from refunds t
  where t.known
  and ((t.day >= $13
  and t.day < $14))
  and (true)) m
  group by customer_id having sum(amount) > 0) r
  where true
  order by day desc, moment desc, id desc, row desc limit $15;
