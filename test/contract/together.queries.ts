import type { Sql } from '../../packages/api/src/db/pools.ts'

/** How many transactions loaded these batches. */
export async function loadsOf(owner: Sql, batchIds: readonly string[]): Promise<number> {
  const [row] = await owner<[{ loads: number }]>`/* loadsOf */
    select count(distinct xmin::text)::int as loads from ingest_batches where id = any(${batchIds as string[]}::uuid[])`
  return row.loads
}

/** From now on no load that holds this contact succeeds. */
export async function poison(owner: Sql, externalId: string): Promise<void> {
  await owner.unsafe(`/* poison */
    alter table contacts add constraint poison check (external_id <> '${externalId}')`)
}
