/* page: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where true
  order by record.id asc limit $1;

/* pages: contactsOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.external_id as "externalId", record.order_id as "orderId", record.opened_at as "openedAt"
  from "contacts" record
  where record."customer_id" = parent.id
  and true
  order by record.opened_at desc, record.id desc limit $2 ) page;
/* pages: feedbackOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.external_id as "externalId", record.kind as "kind", record.score as "score", record.contact_id as "contactId", record.at as "at"
  from "feedback" record
  where record."customer_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: ordersOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.external_id as "externalId", record.at as "at"
  from "orders" record
  where record."customer_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;

/* pages: feedbackOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.external_id as "externalId", record.kind as "kind", record.score as "score", record.contact_id as "contactId", record.at as "at"
  from "feedback" record
  where record."contact_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
