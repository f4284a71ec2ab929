/* identitiesOfCustomers */
  select id, customer_id as "customerId", source, external_id as "externalId"
  from customer_identities
  where customer_id = any($1::uuid[])
  order by source, external_id;

/* page: customers */
  select record.id as "id", record.name as "name", record.name_search as "nameSearch"
  from "customers" record
  where true
  order by record.name_search asc nulls last, record.id asc limit $1;
