/* count: contacts */
  select count(*)
  from "contacts" record
  where true;
/* page: customers */
  select 'Customer' as "__typename", record.id as "id", record.brand as "brand", record.kind as "kind", record.company as "company", record.name as "name", record.email as "email", record.phone as "phone", record.language as "language", record.country as "country", record.segment as "segment", record.acquired_at as "acquiredAt", record.churned_at as "churnedAt", record.anonymous as "anonymous", record.attributes as "attributes", record.name_search as "nameSearch"
  from "customers" record
  where true
  order by record.id desc limit $1;

/* counts: contactsOfCustomer */
  select record.customer_id as "parentId", count(*)
  from "contacts" record
  where record.customer_id = any($1::uuid[])
  and record.channel = $2
  group by record.customer_id;
