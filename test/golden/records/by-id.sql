/* mergedInto */
  select id, customer_id as "customerId"
  from customer_identities
  where id = any($1::uuid[])
  and customer_id <> id;

/* nodes: customers */
  select record.id as "id", record.kind as "kind", record.name as "name"
  from "customers" record
  where record.id = any($1::uuid[]);
/* nodes: orders */
  select record.id as "id", record.source as "source", record.external_id as "externalId"
  from "orders" record
  where record.id = any($1::uuid[]);
/* nodes: contacts */
  select record.id as "id", record.source as "source", record.external_id as "externalId"
  from "contacts" record
  where record.id = any($1::uuid[]);
