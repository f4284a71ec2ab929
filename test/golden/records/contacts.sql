/* page: contacts */
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.channel as "channel", record.opened_at as "openedAt", record.initiated_by as "initiatedBy", record.topic as "topic", record.trigger_id as "triggerId", record.issue as "issue", record.subject as "subject", record.text as "text", record.team as "team", record.agent as "agent", record.bot as "bot", record.agent_replies as "agentReplies", record.journey_id as "journeyId", record.touchpoint_id as "touchpointId", record.order_id as "orderId", record.concurrency as "concurrency", record.queue_seconds as "queueSeconds", record.talk_seconds as "talkSeconds", record.hold_seconds as "holdSeconds", record.wrap_seconds as "wrapSeconds", record.handle_seconds as "handleSeconds", record.answered_at as "answeredAt", record.first_response_at as "firstResponseAt", record.resolved_at as "resolvedAt", record.closed_at as "closedAt", record.handled_at as "handledAt", record.outcome as "outcome", record.offered as "offered", record.handled as "handled", record.resolved as "resolved", record.transfers as "transfers", record.reopens as "reopens", record.sla_met as "slaMet", record.sent as "sent", record.channels as "channels", record.previous_gap_days as "previousGapDays", record.journey_map_id as "journeyMapId", record.stage as "stage", record.segment as "segment", record.country as "country", record.cost_e4 as "costE4", record.cost_currency as "costCurrency"
  from "contacts" record
  where true
  order by record.opened_at asc, record.id asc limit $1;

/* nodes: triggers */
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.name as "name", record.parent_id as "parentId", record.department as "department", record.intent as "intent", record.avoidable as "avoidable", record.rate_per as "ratePer"
  from "triggers" record
  where record.id = any($1::uuid[]);
/* nodes: journeys */
  select record.id as "id", record.customer_id as "customerId", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.journey_map_id as "journeyMapId", record.started_at as "startedAt", record.ended_at as "endedAt", record.outcome as "outcome", record.segment as "segment", record.country as "country"
  from "journeys" record
  where record.id = any($1::uuid[]);
/* nodes: journeyMaps */
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.name as "name", record.window_days as "windowDays", record.completed_by_id as "completedById", record.steps as "steps", record.stages as "stages"
  from "journey_maps" record
  where record.id = any($1::uuid[]);
/* nodes: touchpoints */
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.name as "name", record.stage as "stage", record.channel as "channel", record.department as "department", record.awareness as "awareness", record.moment_of_truth as "momentOfTruth", record.self_service as "selfService", record.ideal as "ideal"
  from "touchpoints" record
  where record.id = any($1::uuid[]);
/* nodes: orders */
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.at as "at", record.amount_e4 as "amountE4", record.currency as "currency", record.margin_e4 as "marginE4", record.refunds as "refunds", record.status as "status", record.channel as "channel", record.promised_at as "promisedAt", record.delivered_at as "deliveredAt", record.repeat as "repeat", record.segment as "segment", record.country as "country"
  from "orders" record
  where record.id = any($1::uuid[]);
/* pages: eventsOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.contact_id as "contactId", record.at as "at", record.type as "type", record.channel as "channel", record.team as "team", record.agent as "agent", record.reopened as "reopened", record.segment as "segment", record.country as "country"
  from "contact_events" record
  where record."contact_id" = parent.id
  and true
  order by record.at asc, record.id asc limit $2 ) page;
/* pages: feedbackOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.kind as "kind", record.score as "score", record.scale_min as "scaleMin", record.scale_max as "scaleMax", record.standard_score_e2 as "standardScoreE2", record.favourable as "favourable", record.unfavourable as "unfavourable", record.at as "at", record.survey_id as "surveyId", record.comment as "comment", record.language as "language", record.contact_id as "contactId", record.journey_id as "journeyId", record.resolved as "resolved", record.wanted as "wanted", record.channel as "channel", record.team as "team", record.about_touchpoint_id as "aboutTouchpointId", record.stage as "stage", record.contacted as "contacted", record.segment as "segment", record.country as "country"
  from "feedback" record
  where record."contact_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: surveysOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.kind as "kind", record.sent_at as "sentAt", record.skipped as "skipped", record.contact_id as "contactId", record.touchpoint_id as "touchpointId", record.answered as "answered", record.segment as "segment", record.country as "country"
  from "surveys" record
  where record."contact_id" = parent.id
  and true
  order by record.sent_at desc, record.id desc limit $2 ) page;
/* pages: qualityReviewsOfContact */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.contact_id as "contactId", record.at as "at", record.reviewer as "reviewer", record.items as "items", record.score_e4 as "scoreE4", record.critical_failed as "criticalFailed", record.channel as "channel", record.team as "team", record.segment as "segment", record.country as "country"
  from "quality_reviews" record
  where record."contact_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;

/* nodes: customers */
  select record.id as "id", record.brand as "brand", record.kind as "kind", record.company as "company", record.name as "name", record.email as "email", record.phone as "phone", record.language as "language", record.country as "country", record.segment as "segment", record.acquired_at as "acquiredAt", record.churned_at as "churnedAt", record.anonymous as "anonymous", record.attributes as "attributes", record.name_search as "nameSearch"
  from "customers" record
  where record.id = any($1::uuid[]);
/* nodes: triggers */
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.name as "name", record.parent_id as "parentId", record.department as "department", record.intent as "intent", record.avoidable as "avoidable", record.rate_per as "ratePer"
  from "triggers" record
  where record.id = any($1::uuid[]);
/* pages: feedbackOfTouchpoint */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.kind as "kind", record.score as "score", record.scale_min as "scaleMin", record.scale_max as "scaleMax", record.standard_score_e2 as "standardScoreE2", record.favourable as "favourable", record.unfavourable as "unfavourable", record.at as "at", record.survey_id as "surveyId", record.comment as "comment", record.language as "language", record.contact_id as "contactId", record.journey_id as "journeyId", record.resolved as "resolved", record.wanted as "wanted", record.channel as "channel", record.team as "team", record.about_touchpoint_id as "aboutTouchpointId", record.stage as "stage", record.contacted as "contacted", record.segment as "segment", record.country as "country"
  from "feedback" record
  where record."about_touchpoint_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: contactsOfOrder */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.channel as "channel", record.opened_at as "openedAt", record.initiated_by as "initiatedBy", record.topic as "topic", record.trigger_id as "triggerId", record.issue as "issue", record.subject as "subject", record.text as "text", record.team as "team", record.agent as "agent", record.bot as "bot", record.agent_replies as "agentReplies", record.journey_id as "journeyId", record.touchpoint_id as "touchpointId", record.order_id as "orderId", record.concurrency as "concurrency", record.queue_seconds as "queueSeconds", record.talk_seconds as "talkSeconds", record.hold_seconds as "holdSeconds", record.wrap_seconds as "wrapSeconds", record.handle_seconds as "handleSeconds", record.answered_at as "answeredAt", record.first_response_at as "firstResponseAt", record.resolved_at as "resolvedAt", record.closed_at as "closedAt", record.handled_at as "handledAt", record.outcome as "outcome", record.offered as "offered", record.handled as "handled", record.resolved as "resolved", record.transfers as "transfers", record.reopens as "reopens", record.sla_met as "slaMet", record.sent as "sent", record.channels as "channels", record.previous_gap_days as "previousGapDays", record.journey_map_id as "journeyMapId", record.stage as "stage", record.segment as "segment", record.country as "country", record.cost_e4 as "costE4", record.cost_currency as "costCurrency"
  from "contacts" record
  where record."order_id" = parent.id
  and true
  order by record.opened_at desc, record.id desc limit $2 ) page;
/* pages: feedbackOfSurvey */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.kind as "kind", record.score as "score", record.scale_min as "scaleMin", record.scale_max as "scaleMax", record.standard_score_e2 as "standardScoreE2", record.favourable as "favourable", record.unfavourable as "unfavourable", record.at as "at", record.survey_id as "surveyId", record.comment as "comment", record.language as "language", record.contact_id as "contactId", record.journey_id as "journeyId", record.resolved as "resolved", record.wanted as "wanted", record.channel as "channel", record.team as "team", record.about_touchpoint_id as "aboutTouchpointId", record.stage as "stage", record.contacted as "contacted", record.segment as "segment", record.country as "country"
  from "feedback" record
  where record."survey_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: contactsOfTrigger */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.channel as "channel", record.opened_at as "openedAt", record.initiated_by as "initiatedBy", record.topic as "topic", record.trigger_id as "triggerId", record.issue as "issue", record.subject as "subject", record.text as "text", record.team as "team", record.agent as "agent", record.bot as "bot", record.agent_replies as "agentReplies", record.journey_id as "journeyId", record.touchpoint_id as "touchpointId", record.order_id as "orderId", record.concurrency as "concurrency", record.queue_seconds as "queueSeconds", record.talk_seconds as "talkSeconds", record.hold_seconds as "holdSeconds", record.wrap_seconds as "wrapSeconds", record.handle_seconds as "handleSeconds", record.answered_at as "answeredAt", record.first_response_at as "firstResponseAt", record.resolved_at as "resolvedAt", record.closed_at as "closedAt", record.handled_at as "handledAt", record.outcome as "outcome", record.offered as "offered", record.handled as "handled", record.resolved as "resolved", record.transfers as "transfers", record.reopens as "reopens", record.sla_met as "slaMet", record.sent as "sent", record.channels as "channels", record.previous_gap_days as "previousGapDays", record.journey_map_id as "journeyMapId", record.stage as "stage", record.segment as "segment", record.country as "country", record.cost_e4 as "costE4", record.cost_currency as "costCurrency"
  from "contacts" record
  where record."trigger_id" = parent.id
  and true
  order by record.opened_at desc, record.id desc limit $2 ) page;

/* pages: childrenOfTrigger */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.name as "name", record.parent_id as "parentId", record.department as "department", record.intent as "intent", record.avoidable as "avoidable", record.rate_per as "ratePer"
  from "triggers" record
  where record."parent_id" = parent.id
  and true
  order by record.name asc, record.id asc limit $2 ) page;
