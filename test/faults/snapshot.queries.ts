import type { Sql } from '../../packages/api/src/db/pools.ts'

/** What a delivery's own books are kept in, and what no delivery writes. */
const OTHERS = ['ingest_batches', 'inbox', 'rollup_parts', 'settings', 'secrets', 'api_tokens']

/** A word for all that deliveries leave in the database, beside their own books: equal words, equal content. */
export const snapshotOf = (sql: Sql) => digestsOf(sql, OTHERS)

/** A word for all that there is, books and inbox included. */
export const everythingOf = (sql: Sql) => digestsOf(sql, [])

async function digestsOf(sql: Sql, others: readonly string[]): Promise<string> {
  const tables = await sql<{ name: string }[]>`/* tablesOf */
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> all(${others as string[]}) order by 1`
  const digests = tables.map(
    ({ name }) =>
      `select '${name} ' || md5(coalesce(string_agg(t::text, '' order by t::text), '')) as digest from ${name} t`,
  )
  const rows = await sql.unsafe<{ digest: string }[]>(`/* snapshotOf */ ${digests.join(' union all ')} order by 1`)
  return rows.map(({ digest }) => digest).join('\n')
}

export interface KeptDelivery {
  state: string
  /** Rows of which it is decided what became of them. */
  settled: number
}

/** What is kept of the deliveries under this key. */
export async function deliveriesOf(sql: Sql, source: string, key: string): Promise<KeptDelivery[]> {
  const rows = await sql<KeptDelivery[]>`/* deliveriesOf */
    select state, created + updated + unchanged + waiting + rejected as settled from ingest_batches
    where source = ${source} and idempotency_key = ${key}`
  return rows.map(row => ({ ...row }))
}
