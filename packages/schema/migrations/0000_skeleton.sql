CREATE SEQUENCE "public"."loads" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "annotations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"name" text NOT NULL,
	"from" date NOT NULL,
	"to" date,
	"description" text,
	"department" text,
	"lens" text
);
--> statement-breakpoint
ALTER TABLE "annotations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"team" text,
	"zone" text NOT NULL,
	"hours" jsonb NOT NULL,
	"holidays" jsonb,
	"from" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendars" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "working_spans" (
	"calendar_id" uuid NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"seconds" integer NOT NULL,
	"seconds_before" bigint NOT NULL,
	CONSTRAINT "working_spans_calendar_id_opens_at_pk" PRIMARY KEY("calendar_id","opens_at")
);
--> statement-breakpoint
ALTER TABLE "working_spans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contact_events" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"contact_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"channel" text,
	"team" text,
	"agent" text,
	"day" date NOT NULL,
	"reopened" boolean NOT NULL,
	"contact_channel" text NOT NULL,
	"contact_team" text,
	"contact_trigger_id" uuid,
	CONSTRAINT "contact_events_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "contact_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"channel" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"initiated_by" text,
	"topic" text,
	"trigger_id" uuid,
	"subject" text,
	"text" text,
	"team" text,
	"agent" text,
	"bot" boolean,
	"agent_replies" integer,
	"journey_id" uuid,
	"touchpoint_id" uuid,
	"order_id" uuid,
	"concurrency" double precision,
	"queue_seconds" integer,
	"talk_seconds" integer,
	"hold_seconds" integer,
	"wrap_seconds" integer,
	"answered_at" timestamp (3) with time zone,
	"first_response_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"outcome" text,
	"transfers" integer,
	"reopens" integer,
	"sla_met" boolean,
	"sent" jsonb,
	"channels" text[],
	"known" boolean NOT NULL,
	"opened_day" date NOT NULL,
	"answered_day" date,
	"handled_at" timestamp (3) with time zone NOT NULL,
	"handled_day" date NOT NULL,
	"handled" boolean NOT NULL,
	"offered" boolean NOT NULL,
	"resolved" boolean NOT NULL,
	"handle_seconds" integer,
	"talk_handle_seconds" integer,
	"hold_handle_seconds" integer,
	"wrap_handle_seconds" integer,
	"answer_seconds" integer,
	"first_response_day" date,
	"first_response_seconds" integer,
	"waiting" boolean NOT NULL,
	"first_resolved_day" date,
	"first_resolution_seconds" integer,
	"last_resolved_at" timestamp (3) with time zone,
	"last_resolved_day" date,
	"full_resolution_seconds" integer,
	"business_answer_seconds" integer,
	"business_first_response_seconds" integer,
	"business_first_resolution_seconds" integer,
	"business_full_resolution_seconds" integer,
	"sla_policy_id" uuid,
	"contained" boolean,
	"avoidable" boolean NOT NULL,
	"issue" text NOT NULL,
	"in_chain" boolean NOT NULL,
	"previous_gap_days" integer,
	"nearest_gap_days" integer,
	"resolution_day" date,
	"journey_map_id" uuid,
	"stage" text,
	"cost_e4" bigint,
	"cost_currency" text,
	CONSTRAINT "contacts_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cost_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"team" text,
	"channel" text,
	"from" timestamp (3) with time zone NOT NULL,
	"to" timestamp (3) with time zone,
	"from_day" date NOT NULL,
	"to_day" date,
	"per_hour_e4" bigint NOT NULL,
	"per_contact_e4" bigint NOT NULL,
	"overhead_share" double precision NOT NULL,
	"currency" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cost_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_days" (
	"customer_id" uuid NOT NULL,
	"day" date NOT NULL,
	"brand" text NOT NULL,
	"segment" text,
	"country" text,
	"contacted" boolean NOT NULL,
	"ordered" boolean NOT NULL,
	"visited" boolean NOT NULL,
	"acquired" boolean NOT NULL,
	"churned" boolean NOT NULL,
	CONSTRAINT "customer_days_key" UNIQUE NULLS NOT DISTINCT("customer_id","day","brand","segment","country")
);
--> statement-breakpoint
ALTER TABLE "customer_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"brand" text NOT NULL,
	"kind" text,
	"company" text,
	"name" text,
	"email" text,
	"phone" text,
	"language" text,
	"country" text,
	"segment" text,
	"acquired_at" timestamp (3) with time zone,
	"churned_at" timestamp (3) with time zone,
	"anonymous" boolean,
	"attributes" jsonb,
	"acquired_day" date,
	"churned_day" date,
	"same_as" jsonb,
	"same_as_ids" uuid[],
	"email_key" text,
	"email_near" text,
	"phone_key" text,
	"version_at" timestamp (3) with time zone,
	"version_sequence" bigint,
	"content" uuid
);
--> statement-breakpoint
ALTER TABLE "customer_identities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_versions" (
	"customer_id" uuid NOT NULL,
	"identity_id" uuid NOT NULL,
	"brand" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"segment" text,
	"country" text,
	"customer_segment" text,
	"customer_country" text,
	CONSTRAINT "customer_versions_customer_id_identity_id_version_at_version_sequence_pk" PRIMARY KEY("customer_id","identity_id","version_at","version_sequence")
);
--> statement-breakpoint
ALTER TABLE "customer_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text NOT NULL,
	"kind" text,
	"company" text,
	"name" text,
	"email" text,
	"phone" text,
	"language" text,
	"country" text,
	"segment" text,
	"acquired_at" timestamp (3) with time zone,
	"churned_at" timestamp (3) with time zone,
	"anonymous" boolean,
	"attributes" jsonb,
	"name_search" text,
	"email_search" text,
	"acquired_day" date,
	"churned_day" date,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"day" date NOT NULL,
	"rate" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exchange_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exposures" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"trigger_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "exposures_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "exposures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "feedback" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"kind" text NOT NULL,
	"score" double precision NOT NULL,
	"scale_min" double precision NOT NULL,
	"scale_max" double precision NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"survey_id" uuid,
	"comment" text,
	"language" text,
	"contact_id" uuid,
	"journey_id" uuid,
	"touchpoint_id" uuid,
	"resolved" boolean,
	"wanted" boolean,
	"known" boolean NOT NULL,
	"day" date NOT NULL,
	"favourable" boolean NOT NULL,
	"unfavourable" boolean NOT NULL,
	"standard_score_e2" integer NOT NULL,
	"channel" text,
	"team" text,
	"about_touchpoint_id" uuid,
	"stage" text,
	"contact_resolved" boolean,
	"halo_points" integer,
	"contacted" boolean NOT NULL,
	CONSTRAINT "feedback_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "departures" (
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"brand" text,
	"source" text,
	"external_id" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	CONSTRAINT "departures_key" UNIQUE NULLS NOT DISTINCT("id","kind","brand")
);
--> statement-breakpoint
ALTER TABLE "departures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tap_states" (
	"source" text NOT NULL,
	"job" text NOT NULL,
	"state" jsonb NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tap_states_source_job_pk" PRIMARY KEY("source","job")
);
--> statement-breakpoint
ALTER TABLE "tap_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "inbox" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"rows" "bytea" NOT NULL,
	"textual" boolean NOT NULL,
	"header" text
);
--> statement-breakpoint
ALTER TABLE "inbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ingest_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ingest_batches_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"idempotency_key" text,
	"body_sha256" text,
	"sent_by" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"received" integer NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"loaded_at" timestamp (3) with time zone,
	"load_number" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "ingest_batches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ingest_notices" (
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"path" text NOT NULL,
	"message" text NOT NULL,
	"fix" text NOT NULL,
	CONSTRAINT "ingest_notices_batch_id_position_code_pk" PRIMARY KEY("batch_id","position","code")
);
--> statement-breakpoint
ALTER TABLE "ingest_notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "record_home" (
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	CONSTRAINT "record_home_id_kind_pk" PRIMARY KEY("id","kind")
);
--> statement-breakpoint
ALTER TABLE "record_home" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rederivations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"where" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rederivations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rejected_records" (
	"batch_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"position" integer NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"code" text NOT NULL,
	"path" text NOT NULL,
	"message" text NOT NULL,
	"fix" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"mended" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rejected_records_batch_id_position_pk" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
ALTER TABLE "rejected_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tombstones" (
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"deleted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tombstones_id_kind_pk" PRIMARY KEY("id","kind")
);
--> statement-breakpoint
ALTER TABLE "tombstones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "waiting_records" (
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"batch_id" uuid,
	"line" integer NOT NULL,
	"position" integer NOT NULL,
	"source" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"row" jsonb NOT NULL,
	"mended" text,
	CONSTRAINT "waiting_records_id_kind_pk" PRIMARY KEY("id","kind")
);
--> statement-breakpoint
ALTER TABLE "waiting_records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interactions" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"touchpoint_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"journey_id" uuid,
	"attributes" jsonb,
	"known" boolean NOT NULL,
	"day" date NOT NULL,
	"journey_map_id" uuid,
	"stage" text,
	"session_contained" boolean,
	CONSTRAINT "interactions_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "interactions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "investments" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"at" timestamp (3) with time zone NOT NULL,
	"amount_e4" bigint NOT NULL,
	"currency" text NOT NULL,
	"purpose" text NOT NULL,
	"lens" text NOT NULL,
	"touchpoint_id" uuid,
	"campaign" text,
	"day" date NOT NULL,
	CONSTRAINT "investments_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "investments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journey_map_steps" (
	"journey_map_id" uuid NOT NULL,
	"touchpoint_id" uuid NOT NULL,
	"brand" text,
	"position" integer NOT NULL,
	"stage" text NOT NULL,
	"optional" boolean NOT NULL,
	"max_seconds" integer,
	CONSTRAINT "journey_map_steps_journey_map_id_touchpoint_id_pk" PRIMARY KEY("journey_map_id","touchpoint_id")
);
--> statement-breakpoint
ALTER TABLE "journey_map_steps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journey_maps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"name" text NOT NULL,
	"window_days" integer NOT NULL,
	"completed_by_id" uuid,
	"steps" jsonb NOT NULL,
	"stages" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "journey_maps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journeys" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"journey_map_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	"day" date NOT NULL,
	"window_end_day" date,
	"completed" boolean NOT NULL,
	CONSTRAINT "journeys_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "journeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lifetime_fits" (
	"brand" text NOT NULL,
	"day" date NOT NULL,
	"fitted_at" timestamp (3) with time zone NOT NULL,
	"orders" integer NOT NULL,
	"customers" integer NOT NULL,
	"problem" text,
	"r" double precision,
	"alpha" double precision,
	"a" double precision,
	"b" double precision,
	"p" double precision,
	"q" double precision,
	"gamma" double precision,
	"margin_share" double precision,
	"margin_by_month" double precision[] NOT NULL,
	CONSTRAINT "lifetime_fits_brand_day_pk" PRIMARY KEY("brand","day")
);
--> statement-breakpoint
ALTER TABLE "lifetime_fits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "customer_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identity_id" uuid NOT NULL,
	"other_identity_id" uuid NOT NULL,
	"brand" text NOT NULL,
	"rule" text NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"merged_by" text,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text
);
--> statement-breakpoint
ALTER TABLE "customer_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity_decisions" (
	"one" uuid NOT NULL,
	"other" uuid NOT NULL,
	"together" boolean NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text NOT NULL,
	CONSTRAINT "identity_decisions_one_other_pk" PRIMARY KEY("one","other")
);
--> statement-breakpoint
ALTER TABLE "identity_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "possible_duplicates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"brand" text NOT NULL,
	"reason" text NOT NULL,
	"hindrance" text,
	"rank" integer NOT NULL,
	"shown" boolean NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "possible_duplicates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"at" timestamp (3) with time zone NOT NULL,
	"amount_e4" bigint NOT NULL,
	"currency" text NOT NULL,
	"margin_e4" bigint,
	"refunds" jsonb,
	"status" text,
	"channel" text,
	"promised_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"known" boolean NOT NULL,
	"day" date NOT NULL,
	"repeat" boolean NOT NULL,
	CONSTRAINT "orders_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refunds" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"brand" text NOT NULL,
	"currency" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"amount_e4" bigint NOT NULL,
	"margin_e4" bigint,
	"day" date NOT NULL,
	"repeat" boolean NOT NULL,
	"previous_gap_days" integer NOT NULL,
	"segment" text,
	"country" text,
	"channel" text,
	"known" boolean NOT NULL,
	CONSTRAINT "refunds_customer_id_id_position_pk" PRIMARY KEY("customer_id","id","position")
);
--> statement-breakpoint
ALTER TABLE "refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"digest" text NOT NULL,
	"role" text NOT NULL,
	"brands" text[],
	"source" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_tokens_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "brands" (
	"brand" text PRIMARY KEY NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "brands" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "quality_reviews" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"contact_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reviewer" text,
	"items" jsonb NOT NULL,
	"day" date NOT NULL,
	"score_e4" integer NOT NULL,
	"critical_failed" boolean NOT NULL,
	"channel" text NOT NULL,
	"team" text,
	CONSTRAINT "quality_reviews_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "quality_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollup" (
	"fact" text NOT NULL,
	"dimensions" text NOT NULL,
	"day" date NOT NULL,
	"brand" text NOT NULL,
	"currency" text,
	"d1" text,
	"d2" text,
	"d3" text,
	"sums" bigint[] NOT NULL,
	CONSTRAINT "rollup_cell" UNIQUE NULLS NOT DISTINCT("fact","dimensions","day","brand","currency","d1","d2","d3")
);
--> statement-breakpoint
ALTER TABLE "rollup" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollup_delta" (
	"fact" text NOT NULL,
	"day" date NOT NULL,
	"brand" text NOT NULL,
	"currency" text,
	"dimension_values" text[] NOT NULL,
	"sums" bigint[],
	"part" text,
	"gap_days" integer,
	"n" bigint
);
--> statement-breakpoint
ALTER TABLE "rollup_delta" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollup_gaps" (
	"fact" text NOT NULL,
	"dimensions" text NOT NULL,
	"day" date NOT NULL,
	"brand" text NOT NULL,
	"currency" text,
	"d1" text,
	"d2" text,
	"d3" text,
	"part" text NOT NULL,
	"survivors" integer[] NOT NULL,
	CONSTRAINT "rollup_gaps_cell" UNIQUE NULLS NOT DISTINCT("fact","dimensions","part","day","brand","currency","d1","d2","d3")
);
--> statement-breakpoint
ALTER TABLE "rollup_gaps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollup_parts" (
	"fact" text NOT NULL,
	"part" text NOT NULL,
	"store" text NOT NULL,
	"position" integer NOT NULL,
	"definition" text,
	"ready" boolean NOT NULL,
	"days_from" date,
	CONSTRAINT "rollup_parts_fact_part_pk" PRIMARY KEY("fact","part")
);
--> statement-breakpoint
ALTER TABLE "rollup_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rollup_sketches" (
	"fact" text NOT NULL,
	"dimensions" text NOT NULL,
	"position" integer NOT NULL,
	"grain" text NOT NULL,
	"day" date NOT NULL,
	"brand" text NOT NULL,
	"d1" text,
	"d2" text,
	"lowest" integer NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "rollup_sketches_cell" UNIQUE NULLS NOT DISTINCT("fact","dimensions","position","grain","day","brand","d1","d2")
);
--> statement-breakpoint
ALTER TABLE "rollup_sketches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"version" integer NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"where" jsonb NOT NULL,
	"first_response_seconds" integer,
	"next_reply_seconds" integer,
	"resolution_seconds" integer,
	"calendar_id" uuid
);
--> statement-breakpoint
ALTER TABLE "sla_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sla_targets" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"target" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"brand" text NOT NULL,
	"policy_id" uuid NOT NULL,
	"policy_version" integer NOT NULL,
	"due_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"met" boolean,
	"judged_at" timestamp (3) with time zone,
	"day" date,
	"channel" text NOT NULL,
	"team" text,
	"trigger_id" uuid,
	"segment" text,
	"country" text,
	CONSTRAINT "sla_targets_customer_id_id_target_started_at_pk" PRIMARY KEY("customer_id","id","target","started_at")
);
--> statement-breakpoint
ALTER TABLE "sla_targets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surveys" (
	"customer_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"brand" text NOT NULL,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"identity_id" uuid,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"segment" text,
	"country" text,
	"kind" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"skipped" boolean NOT NULL,
	"contact_id" uuid,
	"touchpoint_id" uuid,
	"known" boolean NOT NULL,
	"day" date NOT NULL,
	"answered" boolean NOT NULL,
	CONSTRAINT "surveys_customer_id_id_pk" PRIMARY KEY("customer_id","id")
);
--> statement-breakpoint
ALTER TABLE "surveys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"name" text NOT NULL,
	"stage" text,
	"channel" text NOT NULL,
	"department" text,
	"awareness" text,
	"moment_of_truth" boolean,
	"self_service" boolean,
	"ideal" jsonb
);
--> statement-breakpoint
ALTER TABLE "touchpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "triggers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"brand" text,
	"source" text NOT NULL,
	"external_id" text NOT NULL,
	"version_at" timestamp (3) with time zone NOT NULL,
	"version_sequence" bigint NOT NULL,
	"content" uuid NOT NULL,
	"load_number" bigint DEFAULT coalesce(nullif(current_setting('tweeluik.load', true), ''), '0')::bigint NOT NULL,
	"refs" jsonb,
	"name" text NOT NULL,
	"parent_id" uuid,
	"department" text NOT NULL,
	"intent" text,
	"avoidable" boolean,
	"rate_per" text
);
--> statement-breakpoint
ALTER TABLE "triggers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "annotations_from" ON "annotations" USING btree ("from");--> statement-breakpoint
CREATE INDEX "working_spans_seconds" ON "working_spans" USING btree ("calendar_id","seconds_before");--> statement-breakpoint
CREATE INDEX "contact_events_id" ON "contact_events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "contact_events_load" ON "contact_events" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "contact_events_contact" ON "contact_events" USING btree ("contact_id","at");--> statement-breakpoint
CREATE INDEX "contact_events_day" ON "contact_events" USING btree ("type","day");--> statement-breakpoint
CREATE INDEX "contacts_id" ON "contacts" USING btree ("id");--> statement-breakpoint
CREATE INDEX "contacts_load" ON "contacts" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "contacts_chain" ON "contacts" USING btree ("customer_id","issue","opened_at","id") WHERE in_chain;--> statement-breakpoint
CREATE INDEX "contacts_customer_day" ON "contacts" USING btree ("customer_id","opened_day");--> statement-breakpoint
CREATE INDEX "contacts_opened" ON "contacts" USING btree ("opened_at","id");--> statement-breakpoint
CREATE INDEX "contacts_opened_day" ON "contacts" USING btree ("opened_day");--> statement-breakpoint
CREATE INDEX "contacts_handled_day" ON "contacts" USING btree ("handled_day");--> statement-breakpoint
CREATE INDEX "contacts_journey" ON "contacts" USING btree ("journey_id") WHERE journey_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_order" ON "contacts" USING btree ("order_id") WHERE order_id is not null;--> statement-breakpoint
CREATE INDEX "contacts_trigger" ON "contacts" USING btree ("trigger_id","opened_at") WHERE trigger_id is not null;--> statement-breakpoint
CREATE INDEX "customer_days_day" ON "customer_days" USING btree ("day");--> statement-breakpoint
CREATE INDEX "customer_identities_customer" ON "customer_identities" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_identities_same_as" ON "customer_identities" USING gin ("same_as_ids") WHERE same_as_ids is not null;--> statement-breakpoint
CREATE INDEX "customer_identities_email" ON "customer_identities" USING btree ("email_near") WHERE email_near is not null;--> statement-breakpoint
CREATE INDEX "customer_identities_phone" ON "customer_identities" USING btree ("phone_key") WHERE phone_key is not null;--> statement-breakpoint
CREATE INDEX "customers_load" ON "customers" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "customers_name_search" ON "customers" USING btree ("name_search","id");--> statement-breakpoint
CREATE INDEX "customers_email_search" ON "customers" USING btree ("email_search","id");--> statement-breakpoint
CREATE INDEX "customers_acquired" ON "customers" USING btree ("acquired_at","id");--> statement-breakpoint
CREATE INDEX "customers_segment" ON "customers" USING btree ("segment","id");--> statement-breakpoint
CREATE INDEX "customers_country" ON "customers" USING btree ("country","id");--> statement-breakpoint
CREATE INDEX "exchange_rates_day" ON "exchange_rates" USING btree ("day","from","to");--> statement-breakpoint
CREATE INDEX "exposures_id" ON "exposures" USING btree ("id");--> statement-breakpoint
CREATE INDEX "exposures_load" ON "exposures" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "exposures_trigger" ON "exposures" USING btree ("trigger_id","at");--> statement-breakpoint
CREATE INDEX "exposures_at" ON "exposures" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "feedback_id" ON "feedback" USING btree ("id");--> statement-breakpoint
CREATE INDEX "feedback_load" ON "feedback" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "feedback_contact" ON "feedback" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "feedback_survey" ON "feedback" USING btree ("survey_id") WHERE survey_id is not null;--> statement-breakpoint
CREATE INDEX "feedback_journey" ON "feedback" USING btree ("journey_id") WHERE journey_id is not null;--> statement-breakpoint
CREATE INDEX "feedback_touchpoint" ON "feedback" USING btree ("about_touchpoint_id","at") WHERE about_touchpoint_id is not null;--> statement-breakpoint
CREATE INDEX "feedback_customer_day" ON "feedback" USING btree ("customer_id","day");--> statement-breakpoint
CREATE INDEX "feedback_at" ON "feedback" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "feedback_day" ON "feedback" USING btree ("kind","day");--> statement-breakpoint
CREATE INDEX "departures_load" ON "departures" USING btree ("kind","load_number");--> statement-breakpoint
CREATE UNIQUE INDEX "ingest_batches_key" ON "ingest_batches" USING btree ("source","idempotency_key") WHERE idempotency_key is not null;--> statement-breakpoint
CREATE INDEX "ingest_batches_received" ON "ingest_batches" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "ingest_batches_load" ON "ingest_batches" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "ingest_batches_sequence" ON "ingest_batches" USING btree ("sequence");--> statement-breakpoint
CREATE INDEX "ingest_batches_open" ON "ingest_batches" USING btree ("sequence") WHERE state in ('queued', 'loading');--> statement-breakpoint
CREATE INDEX "rejected_records_cause" ON "rejected_records" USING btree ("source","kind","code","received_at");--> statement-breakpoint
CREATE INDEX "waiting_records_contact" ON "waiting_records" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "waiting_records_since" ON "waiting_records" USING btree ("since");--> statement-breakpoint
CREATE INDEX "interactions_id" ON "interactions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "interactions_load" ON "interactions" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "interactions_customer_day" ON "interactions" USING btree ("customer_id","day");--> statement-breakpoint
CREATE INDEX "interactions_journey" ON "interactions" USING btree ("journey_id","at") WHERE journey_id is not null;--> statement-breakpoint
CREATE INDEX "interactions_touchpoint" ON "interactions" USING btree ("touchpoint_id","at");--> statement-breakpoint
CREATE INDEX "interactions_at" ON "interactions" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "interactions_day" ON "interactions" USING btree ("day");--> statement-breakpoint
CREATE INDEX "investments_id" ON "investments" USING btree ("id");--> statement-breakpoint
CREATE INDEX "investments_load" ON "investments" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "investments_at" ON "investments" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "investments_day" ON "investments" USING btree ("day");--> statement-breakpoint
CREATE INDEX "journey_map_steps_touchpoint" ON "journey_map_steps" USING btree ("touchpoint_id");--> statement-breakpoint
CREATE INDEX "journeys_id" ON "journeys" USING btree ("id");--> statement-breakpoint
CREATE INDEX "journeys_load" ON "journeys" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "journeys_map" ON "journeys" USING btree ("journey_map_id","started_at");--> statement-breakpoint
CREATE INDEX "journeys_started" ON "journeys" USING btree ("started_at","id");--> statement-breakpoint
CREATE INDEX "journeys_day" ON "journeys" USING btree ("day");--> statement-breakpoint
CREATE INDEX "journeys_window" ON "journeys" USING btree ("window_end_day");--> statement-breakpoint
CREATE INDEX "customer_merges_identity" ON "customer_merges" USING btree ("identity_id");--> statement-breakpoint
CREATE INDEX "customer_merges_other" ON "customer_merges" USING btree ("other_identity_id");--> statement-breakpoint
CREATE INDEX "identity_decisions_other" ON "identity_decisions" USING btree ("other");--> statement-breakpoint
CREATE INDEX "possible_duplicates_key" ON "possible_duplicates" USING btree ("key");--> statement-breakpoint
CREATE INDEX "possible_duplicates_one" ON "possible_duplicates" USING btree ("one_id","other_id");--> statement-breakpoint
CREATE INDEX "possible_duplicates_other" ON "possible_duplicates" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "possible_duplicates_since" ON "possible_duplicates" USING btree ("since","id");--> statement-breakpoint
CREATE INDEX "orders_id" ON "orders" USING btree ("id");--> statement-breakpoint
CREATE INDEX "orders_load" ON "orders" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "orders_customer_day" ON "orders" USING btree ("customer_id","day");--> statement-breakpoint
CREATE INDEX "orders_first" ON "orders" USING btree ("customer_id","day") WHERE not repeat;--> statement-breakpoint
CREATE INDEX "orders_at" ON "orders" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "orders_day" ON "orders" USING btree ("day");--> statement-breakpoint
CREATE INDEX "refunds_day" ON "refunds" USING btree ("day");--> statement-breakpoint
CREATE INDEX "quality_reviews_id" ON "quality_reviews" USING btree ("id");--> statement-breakpoint
CREATE INDEX "quality_reviews_load" ON "quality_reviews" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "quality_reviews_contact" ON "quality_reviews" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "quality_reviews_at" ON "quality_reviews" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "quality_reviews_day" ON "quality_reviews" USING btree ("day");--> statement-breakpoint
CREATE INDEX "rollup_delta_day" ON "rollup_delta" USING btree ("fact","day");--> statement-breakpoint
CREATE INDEX "sla_targets_day" ON "sla_targets" USING btree ("day");--> statement-breakpoint
CREATE INDEX "sla_targets_running" ON "sla_targets" USING btree ("due_at") WHERE met is null;--> statement-breakpoint
CREATE INDEX "surveys_id" ON "surveys" USING btree ("id");--> statement-breakpoint
CREATE INDEX "surveys_load" ON "surveys" USING btree ("load_number");--> statement-breakpoint
CREATE INDEX "surveys_contact" ON "surveys" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "surveys_sent" ON "surveys" USING btree ("sent_at","id");--> statement-breakpoint
CREATE INDEX "surveys_day" ON "surveys" USING btree ("day");--> statement-breakpoint
CREATE INDEX "triggers_parent" ON "triggers" USING btree ("parent_id");--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "annotations" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "calendars" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "working_spans" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "contact_events" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "contacts" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "cost_rates" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "customer_days" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "customer_identities" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "customer_versions" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "customers" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "exchange_rates" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "exposures" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "feedback" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "departures" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "tap_states" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "inbox" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_any_reader" ON "ingest_batches" AS PERMISSIVE FOR SELECT TO public USING (coalesce(current_setting('tweeluik.brands', true), '') <> '');--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "ingest_notices" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "record_home" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_any_reader" ON "rederivations" AS PERMISSIVE FOR SELECT TO public USING (coalesce(current_setting('tweeluik.brands', true), '') <> '');--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "rejected_records" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "tombstones" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "waiting_records" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "interactions" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "investments" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "journey_map_steps" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "journey_maps" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "journeys" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "lifetime_fits" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "customer_merges" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "identity_decisions" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "possible_duplicates" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "orders" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "refunds" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "api_tokens" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "brands" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_no_reader" ON "secrets" AS PERMISSIVE FOR SELECT TO public USING (false);--> statement-breakpoint
CREATE POLICY "of_any_reader" ON "settings" AS PERMISSIVE FOR SELECT TO public USING (coalesce(current_setting('tweeluik.brands', true), '') <> '');--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "quality_reviews" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "rollup" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "rollup_delta" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "rollup_gaps" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_any_reader" ON "rollup_parts" AS PERMISSIVE FOR SELECT TO public USING (coalesce(current_setting('tweeluik.brands', true), '') <> '');--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "rollup_sketches" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "sla_policies" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "sla_targets" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands" ON "surveys" AS PERMISSIVE FOR SELECT TO public USING (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "touchpoints" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));--> statement-breakpoint
CREATE POLICY "of_own_brands_or_shared" ON "triggers" AS PERMISSIVE FOR SELECT TO public USING ((brand is null and coalesce(current_setting('tweeluik.brands', true), '') <> '') or brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));