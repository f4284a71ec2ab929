/* count: contacts */
  select count(*)
  from "contacts" record
  where true;
/* page: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where true
  order by record.id desc limit $1;

/* counts: contactsOfCustomer */
  select record.customer_id as "parentId", count(*)
  from "contacts" record
  where record.customer_id = any($1::uuid[])
  and record.channel = $2
  group by record.customer_id;
