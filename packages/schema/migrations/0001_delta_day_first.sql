DROP INDEX "rollup_delta_day";--> statement-breakpoint
CREATE INDEX "rollup_delta_day" ON "rollup_delta" USING btree ("day","fact");