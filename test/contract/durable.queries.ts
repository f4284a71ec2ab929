import type { TransactionSql } from '../../packages/api/src/db/pools.ts'

/** Whether this transaction's commit waits for the disk. */
export async function commitSetting(sql: TransactionSql): Promise<string | undefined> {
  const [row] = await sql<{ setting: string }[]>`/* commitSetting */
    select current_setting('synchronous_commit') as setting`
  return row?.setting
}
