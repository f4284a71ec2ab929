import type { TransactionSql } from '../../db/pools.ts'

/**
 * One load at a time, over all servers of this database, until the transaction ends. Its statements join by key; while
 * a first import outruns the statistics the planner would rather read a table it takes for empty once for every row.
 * Its commit need not wait for the disk: what a power cut takes back is in the inbox, still queued. Each load has a
 * number, higher than that of any load before it.
 */
export async function lockLoads(sql: TransactionSql): Promise<void> {
  await sql`/* lockLoads */
    with turn as materialized (select pg_advisory_xact_lock(hashtext('tweeluik loads')))
    select set_config('enable_material', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
      set_config('synchronous_commit', 'off', true), set_config('tweeluik.load', nextval('loads')::text, true) from turn`
  await emptyWritten(sql)
}

/**
 * Takes away what the last load of this connection left in its temporary tables. A commit that emptied them would empty
 * all that any load ever needed, which takes longer than a small load itself.
 */
async function emptyWritten(sql: TransactionSql): Promise<void> {
  const written = await sql<{ name: string }[]>`/* writtenTables */
    select relname as name from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'r' and pg_relation_size(oid) > 0`
  if (written.length === 0) return
  await sql.unsafe(`/* emptyWritten */ truncate ${written.map(({ name }) => `pg_temp."${name}"`).join(', ')}`)
}

/** The number of the load under way, in SQL. */
export const THIS_LOAD = `current_setting('tweeluik.load')::bigint`

/** For a transaction that alone holds what it was sent: once it has ended no power cut takes it back. */
export async function commitToDisk(sql: TransactionSql): Promise<void> {
  await sql`/* commitToDisk */ set local synchronous_commit to default`
}
