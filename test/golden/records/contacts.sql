/* nodes: triggers */
  select record.id as "id", record.name as "name", record.parent_id as "parentId", record.department as "department"
  from "triggers" record
  where record.id = any($1::uuid[]);
/* pages: eventsOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.contact_id as "contactId", record.at as "at", record.type as "type", record.channel as "channel", record.team as "team", record.reopened as "reopened"
  from "contact_events" record
  where record."contact_id" = parent.id
  and true
  order by record.at asc, record.id asc limit $2 ) page;
/* pages: feedbackOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.external_id as "externalId", record.kind as "kind", record.score as "score", record.survey_id as "surveyId", record.about_touchpoint_id as "aboutTouchpointId", record.stage as "stage", record.contacted as "contacted", record.at as "at"
  from "feedback" record
  where record."contact_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: surveysOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.kind as "kind", record.sent_at as "sentAt", record.skipped as "skipped", record.contact_id as "contactId", record.touchpoint_id as "touchpointId", record.answered as "answered"
  from "surveys" record
  where record."contact_id" = parent.id
  and true
  order by record.sent_at desc, record.id desc limit $2 ) page;
/* pages: qualityReviewsOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.at as "at", record.reviewer as "reviewer", record.items as "items", record.score_e4 as "scoreE4", record.critical_failed as "criticalFailed"
  from "quality_reviews" record
  where record."contact_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* nodes: journeys */
  select record.id as "id", record.external_id as "externalId"
  from "journeys" record
  where record.id = any($1::uuid[]);
/* nodes: journeyMaps */
  select record.id as "id", record.name as "name"
  from "journey_maps" record
  where record.id = any($1::uuid[]);
/* nodes: touchpoints */
  select record.id as "id", record.name as "name"
  from "touchpoints" record
  where record.id = any($1::uuid[]);
/* nodes: orders */
  select record.id as "id", record.external_id as "externalId"
  from "orders" record
  where record.id = any($1::uuid[]);

/* page: contacts */
  select record.id as "id", record.external_id as "externalId", record.channel as "channel", record.trigger_id as "triggerId", record.journey_id as "journeyId", record.touchpoint_id as "touchpointId", record.order_id as "orderId", record.outcome as "outcome", record.sent as "sent", record.channels as "channels", record.previous_gap_days as "previousGapDays", record.journey_map_id as "journeyMapId", record.stage as "stage", record.opened_at as "openedAt"
  from "contacts" record
  where true
  order by record.opened_at asc, record.id asc limit $1;

/* pages: childrenOfTrigger */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.name as "name", record.parent_id as "parentId", record.department as "department"
  from "triggers" record
  where record."parent_id" = parent.id
  and true
  order by record.name asc, record.id asc limit $2 ) page;

/* pages: feedbackOfTouchpoint */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.external_id as "externalId", record.kind as "kind", record.score as "score", record.survey_id as "surveyId", record.about_touchpoint_id as "aboutTouchpointId", record.stage as "stage", record.contacted as "contacted", record.at as "at"
  from "feedback" record
  where record."about_touchpoint_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: contactsOfOrder */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.external_id as "externalId", record.channel as "channel", record.trigger_id as "triggerId", record.journey_id as "journeyId", record.touchpoint_id as "touchpointId", record.order_id as "orderId", record.outcome as "outcome", record.sent as "sent", record.channels as "channels", record.previous_gap_days as "previousGapDays", record.journey_map_id as "journeyMapId", record.stage as "stage", record.opened_at as "openedAt"
  from "contacts" record
  where record."order_id" = parent.id
  and true
  order by record.opened_at desc, record.id desc limit $2 ) page;
/* nodes: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where record.id = any($1::uuid[]);
/* pages: feedbackOfSurvey */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.external_id as "externalId", record.kind as "kind", record.score as "score", record.survey_id as "surveyId", record.about_touchpoint_id as "aboutTouchpointId", record.stage as "stage", record.contacted as "contacted", record.at as "at"
  from "feedback" record
  where record."survey_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: contactsOfTrigger */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.external_id as "externalId", record.channel as "channel", record.trigger_id as "triggerId", record.journey_id as "journeyId", record.touchpoint_id as "touchpointId", record.order_id as "orderId", record.outcome as "outcome", record.sent as "sent", record.channels as "channels", record.previous_gap_days as "previousGapDays", record.journey_map_id as "journeyMapId", record.stage as "stage", record.opened_at as "openedAt"
  from "contacts" record
  where record."trigger_id" = parent.id
  and true
  order by record.opened_at desc, record.id desc limit $2 ) page;
/* nodes: triggers */
  select record.id as "id", record.name as "name", record.parent_id as "parentId", record.department as "department"
  from "triggers" record
  where record.id = any($1::uuid[]);
