/* count: interactions */
  select count(*)
  from "interactions" record
  where record.touchpoint_id = $1
  and record.journey_id is not null
  and record.stage = $2;
/* page: interactions */
  select record.id as "id", record.external_id as "externalId", record.at as "at"
  from "interactions" record
  where record.touchpoint_id = $1
  and record.journey_id is not null
  and record.stage = $2
  order by record.at desc, record.id desc limit $3;
/* page: contacts */
  select record.id as "id", record.external_id as "externalId", record.opened_at as "openedAt"
  from "contacts" record
  where (record.stage is null or record.journey_map_id is not null)
  and record.trigger_id = any($1)
  order by record.opened_at desc, record.id desc limit $2;
/* page: contactEvents */
  select record.id as "id", record.external_id as "externalId", record.type as "type", record.at as "at"
  from "contact_events" record
  where record.contact_id = $1
  and record.type = any($2)
  order by record.at desc, record.id desc limit $3;
/* page: surveys */
  select record.id as "id", record.external_id as "externalId", record.sent_at as "sentAt"
  from "surveys" record
  where (record.skipped = $1 or record.answered = $2)
  and record.kind = $3
  order by record.sent_at desc, record.id desc limit $4;
/* page: feedback */
  select record.id as "id", record.external_id as "externalId", record.at as "at"
  from "feedback" record
  where record.about_touchpoint_id = $1
  and record.contacted = $2
  order by record.at desc, record.id desc limit $3;
/* page: journeys */
  select *
  from ( (select record.id as "id", record.external_id as "externalId", record.ended_at as "endedAt"
  from "journeys" record
  where record.ended_at is not null
  and record.outcome is null
  order by record.ended_at desc, record.id desc limit $1) union all (select record.id as "id", record.external_id as "externalId", record.ended_at as "endedAt"
  from "journeys" record
  where record.ended_at is null
  and record.outcome is null
  order by record.ended_at desc, record.id desc limit $2) ) record
  order by record."endedAt" desc nulls last, record.id desc limit $3;
/* page: qualityReviews */
  select record.id as "id", record.external_id as "externalId", record.score_e4 as "scoreE4"
  from "quality_reviews" record
  where record.critical_failed = $1
  order by record.score_e4 asc, record.id asc limit $2;
/* page: triggers */
  select record.id as "id", record.name as "name"
  from "triggers" record
  where record.parent_id is null
  and record.avoidable is null
  order by record.name asc, record.id asc limit $1;
/* page: investments */
  select record.id as "id", record.external_id as "externalId", record.at as "at"
  from "investments" record
  where record.amount_e4 > $1
  and record.purpose <> $2
  and record.lens = $3
  order by record.at desc, record.id desc limit $4;
/* page: exposures */
  select record.id as "id", record.external_id as "externalId", record.at as "at"
  from "exposures" record
  where record.customer_id = $1
  and record.at >= $2
  order by record.at desc, record.id desc limit $3;
