/* identitiesOfCustomers */
  select id, customer_id as "customerId", source, external_id as "externalId"
  from customer_identities
  where customer_id = any($1::uuid[])
  order by source, external_id;

/* page: customers */
  select *
  from ( (select record.id as "id", record.name as "name", record.name_search as "nameSearch"
  from "customers" record
  where record.name_search is not null
  and true
  order by record.name_search asc, record.id asc limit $1) union all (select record.id as "id", record.name as "name", record.name_search as "nameSearch"
  from "customers" record
  where record.name_search is null
  and true
  order by record.name_search asc, record.id asc limit $2) ) record
  order by record."nameSearch" asc nulls last, record.id asc limit $3;
