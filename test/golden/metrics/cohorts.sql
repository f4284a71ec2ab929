/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* cohorts */ with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) ), active as (
  select m.customer_id, width_bucket(first_day, $8::date[]) as cohort, reached, array_agg(distinct (( 12 * (extract(year
  from d.day) - extract(year
  from first_day)) + extract(month
  from d.day) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from d.day) - extract(year
  from first_day)) + extract(month
  from d.day) - extract(month
  from first_day))::int))::date > d.day then 1 else 0 end)) as ats
  from members m join customer_days d on d.customer_id = m.customer_id
  and d.day >= m.first_day
  where d.brand = any($9::text[])
  and d.day <= $10
  and (d.ordered or d.visited)
  group by 1, 2, 3 )
  select cohort, 'reached' as what, reached as index, count(*)::int as n
  from active
  group by 1, 3 union all
  select cohort, 'on', at, count(*)::int
  from active
  cross join lateral unnest(ats) at
  group by 1, 3 union all
  select cohort, 'last', last, count(*)::int
  from active
  cross join lateral (select max(at) as last
  from unnest(ats) at) l
  group by 1, 3;

/* nodes: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where record.id = any($1::uuid[]);

/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
/* records */
  select kind, id, day, moment, row
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment, '' as row
  from ( with firsts as (
  select distinct on (customer_id) customer_id, day as first_day, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and t.day <= $2
  and t.ordered
  and t.day >= $3
  and t.day < $4
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as materialized (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts f
  where counts
  and not exists (
  select from customer_days e
  where e.customer_id = f.customer_id
  and e.brand = any($5::text[])
  and e.day <= $6
  and e.ordered
  and e.day < $7) )
  select *
  from members) m
  where reached >= $8) r
  where true
  order by day desc, moment desc, id desc, row desc limit $9;
