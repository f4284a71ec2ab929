import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'

/** Writes the contacts with what is derived of each, so that nobody else has to derive it, as CSV. */
export async function writeContacts(databaseUrl: string, path: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const rows = await sql`/* writeContacts */ copy (
      select customer_id, channel, coalesce(trigger_id::text, '') as trigger_id, opened_day, handled_day, handled::int as handled,
        handle_seconds, (in_chain and known)::int as in_chain, known::int as known, previous_gap_days, nearest_gap_days
      from contacts order by opened_day, id) to stdout (format csv, header)`.readable()
    await pipeline(rows, createWriteStream(path))
  } finally {
    await sql.end()
  }
}

/** The ids of the triggers with the most contacts before a day. */
export async function frequentTriggers(databaseUrl: string, before: string, count: number): Promise<readonly string[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const rows = await sql<{ id: string }[]>`/* frequentTriggers */
      select trigger_id as id from contacts where trigger_id is not null and opened_day < ${before} group by 1 order by count(*) desc, 1 limit ${count}`
    return rows.map(({ id }) => id)
  } finally {
    await sql.end()
  }
}

/** Does something with the process of a backend of this database, while there is one. */
export async function withBackend<T>(databaseUrl: string, work: (pid: number) => Promise<T>): Promise<T> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ pid: number }[]>`/* ownBackend */ select pg_backend_pid() as pid`
    return await work(row?.pid ?? 0)
  } finally {
    await sql.end()
  }
}
