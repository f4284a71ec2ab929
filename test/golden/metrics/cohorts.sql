/* asOf */
  select least(min(at), $1::timestamptz) as "asOf"
  from (
  select received_at as at
  from ingest_batches
  where state in ('queued', 'loading') union all
  select requested_at
  from rederivations) pending;
/* cohorts */ with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 ), active as (
  select m.customer_id, width_bucket(first_day, $5::date[]) as cohort, reached, array_agg(distinct (( 12 * (extract(year
  from d.day) - extract(year
  from first_day)) + extract(month
  from d.day) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from d.day) - extract(year
  from first_day)) + extract(month
  from d.day) - extract(month
  from first_day))::int))::date > d.day then 1 else 0 end)) as ats
  from members m join days d on d.customer_id = m.customer_id
  and d.day >= m.first_day
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

/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;
/* records */
  select kind, id, day, moment
  from (/* membersReached */
  select 'customer'::text as kind, customer_id as id, first_day as day, 0::float8 as moment
  from ( with days as (
  select t.customer_id, t.day, t.ordered, t.segment, t.country, t.brand, true is true as counts
  from customer_days t
  where t.brand = any($1::text[])
  and (t.ordered or t.visited)
  and t.day <= $2 ), firsts as (
  select distinct on (customer_id) customer_id, day as first_day, counts
  from days
  where ordered
  order by customer_id, day, segment collate "C" nulls first, country collate "C" nulls first, brand collate "C" ), members as (
  select customer_id, first_day, (( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int - case when (first_day + make_interval(months => ( 12 * (extract(year
  from '2026-11-22'::date) - extract(year
  from first_day)) + extract(month
  from '2026-11-22'::date) - extract(month
  from first_day))::int))::date > '2026-11-22'::date then 1 else 0 end) as reached
  from firsts
  where counts
  and first_day >= $3
  and first_day < $4 )
  select *
  from members) m
  where reached >= $5) r
  where true
  order by day desc, moment desc, id desc limit $6;

/* nodes: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where record.id = any($1::uuid[]);
