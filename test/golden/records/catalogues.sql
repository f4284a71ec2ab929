/* nodes: customers */
  select record.id as "id", record.name as "name"
  from "customers" record
  where record.id = any($1::uuid[]);

/* page: journeyMaps */
  select record.id as "id", record.source as "source", record.external_id as "externalId", record.brand as "brand", record.name as "name", record.window_days as "windowDays", record.completed_by_id as "completedById", record.steps as "steps", record.stages as "stages"
  from "journey_maps" record
  where true
  order by record.name asc, record.id asc limit $1;
/* page: touchpoints */
  select record.id as "id", record.name as "name", record.stage as "stage", record.channel as "channel", record.department as "department", record.awareness as "awareness", record.moment_of_truth as "momentOfTruth", record.self_service as "selfService", record.ideal as "ideal"
  from "touchpoints" record
  where true
  order by record.name asc, record.id asc limit $1;
/* page: triggers */
  select record.id as "id", record.name as "name", record.department as "department", record.intent as "intent", record.avoidable as "avoidable", record.rate_per as "ratePer"
  from "triggers" record
  where true
  order by record.department asc, record.id asc limit $1;
/* page: costRates */
  select record.id as "id", record.team as "team", record.channel as "channel", record.from as "from", record.to as "to", record.per_hour_e4 as "perHourE4", record.per_contact_e4 as "perContactE4", record.overhead_share as "overheadShare", record.currency as "currency"
  from "cost_rates" record
  where true
  order by record.from desc, record.id desc limit $1;
/* page: exchangeRates */
  select record.id as "id", record.from as "from", record.to as "to", record.day as "day", record.rate as "rate"
  from "exchange_rates" record
  where record.day >= $1
  order by record.day desc, record.id desc limit $2;
/* page: calendars */
  select record.id as "id", record.external_id as "externalId", record.team as "team", record.zone as "zone", record.hours as "hours", record.holidays as "holidays", record.from as "from"
  from "calendars" record
  where true
  order by record.from desc, record.id desc limit $1;
/* page: slaPolicies */
  select record.id as "id", record.version as "version", record.from as "from", record.where as "where", record.first_response_seconds as "firstResponseSeconds", record.next_reply_seconds as "nextReplySeconds", record.resolution_seconds as "resolutionSeconds", record.calendar_id as "calendarId"
  from "sla_policies" record
  where true
  order by record.from desc, record.id desc limit $1;
/* page: annotations */
  select record.id as "id", record.brand as "brand", record.name as "name", record.from as "from", record.to as "to", record.description as "description", record.department as "department", record.lens as "lens"
  from "annotations" record
  where record.from < $1
  and (record.to > $2 or record.to is null
  and record.from >= $3)
  and record.name > $4
  order by record.from desc, record.id desc limit $5;
/* page: investments */
  select record.id as "id", record.at as "at", record.amount_e4 as "amountE4", record.currency as "currency", record.purpose as "purpose", record.lens as "lens", record.touchpoint_id as "touchpointId", record.campaign as "campaign"
  from "investments" record
  where true
  order by record.at desc, record.id desc limit $1;

/* pages: exposuresOfTrigger */
  select page.*, parent.id as "parentId"
  from unnest($1::uuid[]) parent (id)
  cross join lateral (
  select record.id as "id", record.customer_id as "customerId", record.at as "at"
  from "exposures" record
  where record."trigger_id" = parent.id
  and true
  order by record.at desc, record.id desc limit $2 ) page;
