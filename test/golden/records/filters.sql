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
  select *
  from ( (select record.id as "id", record.external_id as "externalId", record.handle_seconds as "handleSeconds", record.outcome as "outcome"
  from "contacts" record
  where record.handle_seconds is not null
  and (record.team is null or starts_with(record.topic, $1))
  and (record.outcome = $2) is not true
  and record.channel = any($3)
  and record.channel <> $4
  and record.opened_at < $5
  and record.opened_at >= $6
  order by record.handle_seconds desc, record.id desc limit $7) union all (select record.id as "id", record.external_id as "externalId", record.handle_seconds as "handleSeconds", record.outcome as "outcome"
  from "contacts" record
  where record.handle_seconds is null
  and (record.team is null or starts_with(record.topic, $8))
  and (record.outcome = $9) is not true
  and record.channel = any($10)
  and record.channel <> $11
  and record.opened_at < $12
  and record.opened_at >= $13
  order by record.handle_seconds desc, record.id desc limit $14) ) record
  order by record."handleSeconds" desc nulls last, record.id desc limit $15;
/* page: orders */
  select record.id as "id", record.external_id as "externalId", record.amount_e4 as "amountE4", record.currency as "currency", record.margin_e4 as "marginE4", record.refunds as "refunds", record.promised_at as "promisedAt", record.delivered_at as "deliveredAt", record.repeat as "repeat", record.at as "at"
  from "orders" record
  where record.amount_e4 <= $1
  and record.amount_e4 >= $2
  and record.currency = $3
  order by record.at desc, record.id desc limit $4;
