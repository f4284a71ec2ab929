/* page: customers */
  select 'Customer' as "__typename", record.id as "id", record.brand as "brand", record.kind as "kind", record.company as "company", record.name as "name", record.email as "email", record.phone as "phone", record.language as "language", record.country as "country", record.segment as "segment", record.acquired_at as "acquiredAt", record.churned_at as "churnedAt", record.anonymous as "anonymous", record.attributes as "attributes", record.name_search as "nameSearch"
  from "customers" record
  where true
  order by record.id asc limit $1;

/* pages: contactsOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select 'Contact' as "__typename", record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.channel as "channel", record.opened_at as "openedAt", record.initiated_by as "initiatedBy", record.topic as "topic", record.issue as "issue", record.subject as "subject", record.text as "text", record.team as "team", record.agent as "agent", record.bot as "bot", record.agent_replies as "agentReplies", record.order_id as "orderId", record.concurrency as "concurrency", record.queue_seconds as "queueSeconds", record.talk_seconds as "talkSeconds", record.hold_seconds as "holdSeconds", record.wrap_seconds as "wrapSeconds", record.handle_seconds as "handleSeconds", record.answered_at as "answeredAt", record.first_response_at as "firstResponseAt", record.resolved_at as "resolvedAt", record.closed_at as "closedAt", record.handled_at as "handledAt", record.outcome as "outcome", record.offered as "offered", record.handled as "handled", record.resolved as "resolved", record.transfers as "transfers", record.reopens as "reopens", record.sla_met as "slaMet", record.segment as "segment", record.country as "country", record.cost_e4 as "costE4", record.cost_currency as "costCurrency"
  from "contacts" record
  where record."customer_id" = parent.id
  and true
  order by record.opened_at desc, record.id desc limit $2 ) page;
/* pages: feedbackOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select 'Feedback' as "__typename", record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.kind as "kind", record.score as "score", record.scale_min as "scaleMin", record.scale_max as "scaleMax", record.standard_score_e2 as "standardScoreE2", record.favourable as "favourable", record.unfavourable as "unfavourable", record.at as "at", record.comment as "comment", record.language as "language", record.contact_id as "contactId", record.resolved as "resolved", record.wanted as "wanted", record.channel as "channel", record.team as "team", record.segment as "segment", record.country as "country"
  from "feedback" record
  where record."customer_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: ordersOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select 'Order' as "__typename", record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.at as "at", record.amount_e4 as "amountE4", record.currency as "currency", record.margin_e4 as "marginE4", record.refunds as "refunds", record.status as "status", record.channel as "channel", record.promised_at as "promisedAt", record.delivered_at as "deliveredAt", record.repeat as "repeat", record.segment as "segment", record.country as "country"
  from "orders" record
  where record."customer_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;

/* pages: feedbackOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select 'Feedback' as "__typename", record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.kind as "kind", record.score as "score", record.scale_min as "scaleMin", record.scale_max as "scaleMax", record.standard_score_e2 as "standardScoreE2", record.favourable as "favourable", record.unfavourable as "unfavourable", record.at as "at", record.comment as "comment", record.language as "language", record.contact_id as "contactId", record.resolved as "resolved", record.wanted as "wanted", record.channel as "channel", record.team as "team", record.segment as "segment", record.country as "country"
  from "feedback" record
  where record."contact_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
