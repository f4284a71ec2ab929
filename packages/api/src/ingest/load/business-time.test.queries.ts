import type { Sql } from '../../db/pools.ts'

interface Waits {
  answer: number | null
  firstResponse: number | null
  firstResolution: number | null
  fullResolution: number | null
}

export async function storedWaits(sql: Sql): Promise<Waits[]> {
  return await sql<Waits[]>`/* storedWaits */
    select business_answer_seconds as answer, business_first_response_seconds as "firstResponse",
      business_first_resolution_seconds as "firstResolution", business_full_resolution_seconds as "fullResolution"
    from contacts order by external_id`
}

export async function emptyRecords(sql: Sql): Promise<void> {
  await sql`/* emptyRecords */
    truncate contacts, contact_events, customer_days, calendars, working_spans, sla_policies, sla_targets, tombstones, record_home, rederivations, rollup_delta`
}
