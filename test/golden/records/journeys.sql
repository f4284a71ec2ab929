/* nodes: journeyMaps */
  select record.id as "id", record.name as "name", record.window_days as "windowDays"
  from "journey_maps" record
  where record.id = any($1::uuid[]);
/* pages: interactionsOfJourney */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.external_id as "externalId", record.touchpoint_id as "touchpointId", record.at as "at", record.journey_id as "journeyId", record.attributes as "attributes", record.stage as "stage"
  from "interactions" record
  where record."journey_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: contactsOfJourney */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.external_id as "externalId", record.stage as "stage", record.opened_at as "openedAt"
  from "contacts" record
  where record."journey_id" = parent.id
  and true
  order by record.opened_at desc, record.id desc limit $2 ) page;
/* counts: feedbackOfJourney */
  select record.journey_id as "parentId", count(*)
  from "feedback" record
  where record.journey_id = any($1::uuid[])
  and true
  group by record.journey_id;
/* nodes: triggers */
  select record.id as "id", record.name as "name"
  from "triggers" record
  where record.id = any($1::uuid[]);

/* page: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where true
  order by record.id asc limit $1;

/* pages: interactionsOfTouchpoint */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.external_id as "externalId", record.touchpoint_id as "touchpointId", record.at as "at", record.journey_id as "journeyId", record.attributes as "attributes", record.stage as "stage"
  from "interactions" record
  where record."touchpoint_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;

/* pages: journeysOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.external_id as "externalId", record.journey_map_id as "journeyMapId", record.started_at as "startedAt", record.ended_at as "endedAt", record.outcome as "outcome"
  from "journeys" record
  where record."customer_id" = parent.id
  and true
  order by record.started_at desc, record.id desc limit $2 ) page;
/* pages: interactionsOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.known as "known", record.external_id as "externalId", record.touchpoint_id as "touchpointId", record.at as "at", record.journey_id as "journeyId", record.attributes as "attributes", record.stage as "stage"
  from "interactions" record
  where record."customer_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
/* pages: surveysOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.external_id as "externalId", record.sent_at as "sentAt"
  from "surveys" record
  where record."customer_id" = parent.id
  and true
  order by record.sent_at desc, record.id desc limit $2 ) page;
/* pages: exposuresOfCustomer */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.trigger_id as "triggerId", record.at as "at"
  from "exposures" record
  where record."customer_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;

/* pages: journeysOfJourneyMap */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.external_id as "externalId", record.journey_map_id as "journeyMapId", record.started_at as "startedAt", record.ended_at as "endedAt", record.outcome as "outcome"
  from "journeys" record
  where record."journey_map_id" = parent.id
  and true
  order by record.started_at desc, record.id desc limit $2 ) page;
/* nodes: touchpoints */
  select record.id as "id", record.name as "name", record.channel as "channel", record.awareness as "awareness", record.moment_of_truth as "momentOfTruth"
  from "touchpoints" record
  where record.id = any($1::uuid[]);
