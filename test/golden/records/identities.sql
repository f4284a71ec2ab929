/* page: customers */
  select 'Customer' as "__typename", record.id as "id", record.brand as "brand", record.kind as "kind", record.company as "company", record.name as "name", record.email as "email", record.phone as "phone", record.language as "language", record.country as "country", record.segment as "segment", record.acquired_at as "acquiredAt", record.churned_at as "churnedAt", record.anonymous as "anonymous", record.attributes as "attributes", record.name_search as "nameSearch"
  from "customers" record
  where true
  order by record.name_search asc nulls last, record.id asc limit $1;

/* identitiesOfCustomers */
  select customer_id as "customerId", source, external_id as "externalId"
  from customer_identities
  where customer_id = any($1::uuid[])
  order by source, external_id;
