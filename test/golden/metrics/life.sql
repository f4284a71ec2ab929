/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* daysFromRollup */
  select f.stretch, case when f.is_whole then '[]'::jsonb else jsonb_build_array(f.key_0) end as keys, count(*)::int as rows, array[coalesce(sum(case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end) filter (where f.part = 'order'), 0), coalesce(sum((case when f.survivors is not null then f.survivors[least((f.at_day - ($1::date[])[f.stretch + 1]), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - ($2::date[])[f.stretch + 1]) then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(greatest((f.at_day - ($3::date[])[f.stretch + 1]), 180), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > greatest((f.at_day - ($4::date[])[f.stretch + 1]), 180) then f.n else 0 end)) filter (where f.part = 'order'), 0), coalesce(sum((case when f.survivors is not null then f.survivors[least((f.at_day - $5::date), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > (f.at_day - $6::date) then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(greatest((f.at_day - $7::date), 180), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > greatest((f.at_day - $8::date), 180) then f.n else 0 end)) filter (where f.part = 'order'), 0), coalesce(sum((case when f.survivors is not null then f.survivors[least(greatest((f.at_day - ($9::date[])[f.stretch + 1]), 180), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > greatest((f.at_day - ($10::date[])[f.stretch + 1]), 180) then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end)) filter (where f.part = 'order'), 0), coalesce(sum((case when f.survivors is not null then f.survivors[least(greatest((f.at_day - $11::date), 180), cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > greatest((f.at_day - $12::date), 180) then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(2000000000, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 2000000000 then f.n else 0 end)) filter (where f.part = 'order'), 0), coalesce(sum(case f.part when 'baseNext' then case when f.survivors is not null then f.survivors[least(180, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 180 then f.n else 0 end when 'churn' then (case when f.survivors is not null then f.survivors[least(0, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 0 then f.n else 0 end) - (case when f.survivors is not null then f.survivors[least(181, cardinality(f.survivors) - 1) + 1] when f.gap_days is null or f.gap_days > 181 then f.n else 0 end) end), 0)]::float8[] as sums
  from (
  select u.*, width_bucket(u.at_day, $13::date[]) as stretch
  from (
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, null::text as key_0, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $14
  and t.fact = 'customer_day'
  and t.brand = any($15::text[])
  and ((t.part = any($16::text[])
  and t.day < $17)) union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, true as is_whole, null::text as key_0, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($18::text[])
  and ((t.part = any($19::text[])
  and t.day < $20))
  and coalesce(t.dimension_values[3], $21) = $22 union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, false as is_whole, t.d1 as key_0, t.part, t.survivors, null::int as gap_days, null::bigint as n
  from rollup_gaps t
  where t.dimensions = $23
  and t.fact = 'customer_day'
  and t.brand = any($24::text[])
  and ((t.part = any($25::text[])
  and t.day < $26)) union all
  select t.day + case t.part when 'baseNext' then 181 else 0 end as at_day, false as is_whole, t.dimension_values[2] as key_0, t.part, null, t.gap_days, t.n
  from rollup_delta t
  where t.fact = 'customer_day'
  and t.brand = any($27::text[])
  and ((t.part = any($28::text[])
  and t.day < $29))
  and coalesce(t.dimension_values[3], $30) = $31) u) f
  group by f.stretch, f.is_whole, f.key_0 limit 200001;

/* nodes: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where record.id = any($1::uuid[]);

/* records */
  select kind, id, day, moment, row
  from (/* dayRecords */
  select 'customer'::text as kind, g.customer_id as id, g.at_day as day, 0::float8 as moment, '' as row
  from (
  select p.day as at_day, p.part, case when p.gap_days > 7320 then 7321 else p.gap_days end as gap_days, p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
  from (
  select w.*, w.day - lag(w.day) over trip as gap, first_value(w.day) over trip as first_day
  from (select w.*, unnest(array_remove(array[case when w.ordered then 'order' end], null)) as kind
  from (
  select 1 as sign, unnest(array['']) as label, unnest(array['whole']) as world, unnest(array[null::text]) as track, t.*, false as brands, (true)
  and ((t.country::text = $1)) is true as counts
  from customer_days t
  where t.brand = any($2::text[])
  and t.day < $3 ) w) w
  where w.counts or w.kind in ('order', 'base', 'churn') window trip as ( partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end, case when w.kind in ('contact', 'activity', 'buyer') then w.track end
  order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C") ) t
  cross join lateral (
  select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day, t.gap, t.sign, t.segment, t.country
  where t.counts ) p(part, day, gap_days, n, segment, country)
  where p.part is not null
  and p.gap_days is distinct
  from 0) g
  where g.part = $4
  and g.at_day >= $5
  and g.at_day < $6
  and (g.gap_days is null or g.gap_days > $7::int)) r
  where true
  order by day desc, moment desc, id desc, row desc limit $8;
/* records */
  select kind, id, day, moment, row
  from (/* dayRecords */
  select 'customer'::text as kind, g.customer_id as id, g.at_day as day, 0::float8 as moment, '' as row
  from (
  select p.day as at_day, p.part, case when p.gap_days > 7320 then 7321 else p.gap_days end as gap_days, p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
  from (
  select w.*, w.day - lag(w.day) over trip as gap, first_value(w.day) over trip as first_day
  from (select w.*, unnest(array_remove(array[case when w.ordered then 'order' end], null)) as kind
  from (
  select 1 as sign, unnest(array['']) as label, unnest(array['whole']) as world, unnest(array[null::text]) as track, t.*, false as brands, (true)
  and ((t.country::text = $1)) is true as counts
  from customer_days t
  where t.brand = any($2::text[])
  and t.day < $3 ) w) w
  where w.counts or w.kind in ('order', 'base', 'churn') window trip as ( partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end, case when w.kind in ('contact', 'activity', 'buyer') then w.track end
  order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C") ) t
  cross join lateral (
  select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day, t.gap, t.sign, t.segment, t.country
  where t.counts ) p(part, day, gap_days, n, segment, country)
  where p.part is not null
  and p.gap_days is distinct
  from 0) g
  where g.part = $4
  and g.at_day >= $5
  and g.at_day < $6
  and (g.gap_days is null or g.gap_days > $7::int)) r
  where true
  order by day desc, moment desc, id desc, row desc limit $8;
/* records */
  select kind, id, day, moment, row
  from (/* dayRecords */
  select 'customer'::text as kind, g.customer_id as id, g.at_day as day, 0::float8 as moment, '' as row
  from (
  select p.day as at_day, p.part, case when p.gap_days > 7320 then 7321 else p.gap_days end as gap_days, p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
  from (
  select w.*, w.day - lag(w.day) over trip as gap, first_value(w.day) over trip as first_day
  from (select w.*, unnest(array_remove(array[case when w.ordered then 'order' end], null)) as kind
  from (
  select 1 as sign, unnest(array['']) as label, unnest(array['whole']) as world, unnest(array[null::text]) as track, t.*, false as brands, (true)
  and ((t.country::text = $1)) is true as counts
  from customer_days t
  where t.brand = any($2::text[])
  and t.day < $3 ) w) w
  where w.counts or w.kind in ('order', 'base', 'churn') window trip as ( partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end, case when w.kind in ('contact', 'activity', 'buyer') then w.track end
  order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C") ) t
  cross join lateral (
  select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day, t.gap, t.sign, t.segment, t.country
  where t.counts ) p(part, day, gap_days, n, segment, country)
  where p.part is not null
  and p.gap_days is distinct
  from 0) g
  where g.part = $4
  and g.at_day >= $5
  and g.at_day < $6
  and (g.gap_days is null or g.gap_days > $7::int)) r
  where true
  order by day desc, moment desc, id desc, row desc limit $8;
/* records */
  select kind, id, day, moment, row
  from (/* dayRecords */
  select 'customer'::text as kind, g.customer_id as id, g.at_day as day, 0::float8 as moment, '' as row
  from (
  select p.day as at_day, p.part, case when p.gap_days > 7320 then 7321 else p.gap_days end as gap_days, p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
  from (
  select w.*, w.day - lag(w.day) over trip as gap, first_value(w.day) over trip as first_day
  from (select w.*, unnest(array_remove(array[case when w.ordered then 'order' end], null)) as kind
  from (
  select 1 as sign, unnest(array['']) as label, unnest(array['whole']) as world, unnest(array[null::text]) as track, t.*, false as brands, (true)
  and ((t.country::text = $1)) is true as counts
  from customer_days t
  where t.brand = any($2::text[])
  and t.day < $3 ) w) w
  where w.counts or w.kind in ('order', 'base', 'churn') window trip as ( partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end, case when w.kind in ('contact', 'activity', 'buyer') then w.track end
  order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C") ) t
  cross join lateral (
  select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day, t.gap, t.sign, t.segment, t.country
  where t.counts ) p(part, day, gap_days, n, segment, country)
  where p.part is not null
  and p.gap_days is distinct
  from 0) g
  where g.part = $4
  and g.at_day >= $5
  and g.at_day < $6
  and (g.gap_days is null or g.gap_days > $7::int)) r
  where true
  order by day desc, moment desc, id desc, row desc limit $8;
/* records */
  select kind, id, day, moment, row
  from (/* dayRecords */
  select 'customer'::text as kind, g.customer_id as id, g.at_day as day, 0::float8 as moment, '' as row
  from (
  select p.day as at_day, p.part, case when p.gap_days > 7320 then 7321 else p.gap_days end as gap_days, p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
  from (
  select w.*, w.day - lag(w.day) over trip as gap, first_value(w.day) over trip as first_day
  from (select w.*, unnest(array_remove(array[case when w.ordered then 'order' end], null)) as kind
  from (
  select 1 as sign, unnest(array['']) as label, unnest(array['whole']) as world, unnest(array[null::text]) as track, t.*, false as brands, (true)
  and ((t.country::text = $1)) is true as counts
  from customer_days t
  where t.brand = any($2::text[])
  and t.day < $3 ) w) w
  where w.counts or w.kind in ('order', 'base', 'churn') window trip as ( partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end, case when w.kind in ('contact', 'activity', 'buyer') then w.track end
  order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C") ) t
  cross join lateral (
  select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day, t.gap, t.sign, t.segment, t.country
  where t.counts ) p(part, day, gap_days, n, segment, country)
  where p.part is not null
  and p.gap_days is distinct
  from 0) g
  where g.part = $4
  and g.at_day >= $5
  and g.at_day < $6
  and (g.gap_days > (g.at_day - $7::date)
  and g.gap_days <= $8::int)) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* dayRecords */
  select 'customer'::text as kind, g.customer_id as id, g.at_day as day, 0::float8 as moment, '' as row
  from (
  select p.day as at_day, p.part, case when p.gap_days > 7320 then 7321 else p.gap_days end as gap_days, p.n, p.segment, p.country, t.customer_id, t.label, t.world, t.brands
  from (
  select w.*, w.day - lag(w.day) over trip as gap, first_value(w.day) over trip as first_day
  from (select w.*, unnest(array_remove(array[case when w.ordered then 'order' end], null)) as kind
  from (
  select 1 as sign, unnest(array['']) as label, unnest(array['whole']) as world, unnest(array[null::text]) as track, t.*, false as brands, (true)
  and ((t.country::text = $1)) is true as counts
  from customer_days t
  where t.brand = any($2::text[])
  and t.day < $3 ) w) w
  where w.counts or w.kind in ('order', 'base', 'churn') window trip as ( partition by w.sign, w.customer_id, w.label, w.world, case w.kind when 'churn' then 'base' else w.kind end, case when w.kind in ('contact', 'activity', 'buyer') then w.track end
  order by w.day, w.kind, w.segment collate "C" nulls first, w.country collate "C" nulls first, w.brand collate "C") ) t
  cross join lateral (
  select case when t.kind not in ('buyer', 'churn') then t.kind end, t.day, t.gap, t.sign, t.segment, t.country
  where t.counts ) p(part, day, gap_days, n, segment, country)
  where p.part is not null
  and p.gap_days is distinct
  from 0) g
  where g.part = $4
  and g.at_day >= $5
  and g.at_day < $6
  and (g.gap_days > (g.at_day - $7::date)
  and g.gap_days <= $8::int)) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
