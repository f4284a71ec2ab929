import type { Sql } from '../../packages/api/src/db/pools.ts'

/** Makes every delivery so many days older. */
export async function ageDeliveries(sql: Sql, days: number): Promise<void> {
  await sql`/* ageDeliveries */ update ingest_batches set received_at = received_at - make_interval(days => ${days})`
}

/** Whether what the delivery held is kept. */
export async function isBodyKept(sql: Sql, batchId: string): Promise<boolean> {
  const rows = await sql`/* isBodyKept */ select from inbox where batch_id = ${batchId}`
  return rows.length > 0
}
