/* count: contacts */
  select count(*)
  from "contacts" record
  where (record.team is null or starts_with(record.topic, $1))
  and (record.outcome = $2) is not true
  and record.channel = any($3)
  and record.channel <> $4
  and record.opened_at < $5
  and record.opened_at >= $6;
/* page: contacts */
  select 'Contact' as "__typename", record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.channel as "channel", record.opened_at as "openedAt", record.initiated_by as "initiatedBy", record.topic as "topic", record.issue as "issue", record.subject as "subject", record.text as "text", record.team as "team", record.agent as "agent", record.bot as "bot", record.agent_replies as "agentReplies", record.order_id as "orderId", record.concurrency as "concurrency", record.queue_seconds as "queueSeconds", record.talk_seconds as "talkSeconds", record.hold_seconds as "holdSeconds", record.wrap_seconds as "wrapSeconds", record.handle_seconds as "handleSeconds", record.answered_at as "answeredAt", record.first_response_at as "firstResponseAt", record.resolved_at as "resolvedAt", record.closed_at as "closedAt", record.handled_at as "handledAt", record.outcome as "outcome", record.offered as "offered", record.handled as "handled", record.resolved as "resolved", record.transfers as "transfers", record.reopens as "reopens", record.sla_met as "slaMet", record.segment as "segment", record.country as "country", record.cost_e4 as "costE4", record.cost_currency as "costCurrency"
  from "contacts" record
  where (record.team is null or starts_with(record.topic, $1))
  and (record.outcome = $2) is not true
  and record.channel = any($3)
  and record.channel <> $4
  and record.opened_at < $5
  and record.opened_at >= $6
  order by record.handle_seconds desc nulls last, record.id desc limit $7;
/* page: orders */
  select 'Order' as "__typename", record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.at as "at", record.amount_e4 as "amountE4", record.currency as "currency", record.margin_e4 as "marginE4", record.refunds as "refunds", record.status as "status", record.channel as "channel", record.promised_at as "promisedAt", record.delivered_at as "deliveredAt", record.repeat as "repeat", record.segment as "segment", record.country as "country"
  from "orders" record
  where record.amount_e4 <= $1
  and record.amount_e4 >= $2
  and record.currency = $3
  order by record.at desc, record.id desc limit $4;
