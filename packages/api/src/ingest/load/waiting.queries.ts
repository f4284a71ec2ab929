import type { RecordKind } from '@tweeluik/schema/records'
import type { Sql, TransactionSql } from '../../db/pools.ts'
import { positionSql, slotSql } from '../prepare/places.ts'
import type { Arrival } from './facts.queries.ts'
import type { FactLoad } from './facts.ts'

const WAITS = "action = 'waiting'"

/**
 * Keeps the rows that wait for their contact, one of each record: the newest. Rows that are no news beside one that
 * waits already are unchanged, and so is one that a newer takes the place of, in the books of its batch.
 */
export async function keepWaiting(
  sql: TransactionSql,
  { table, kind }: FactLoad,
  arrivals: readonly Arrival[],
): Promise<void> {
  await sql.unsafe(
    `/* dropOlderNews */
    update next_${table} n set action = 'older' from waiting_records w
    where w.kind = '${kind}' and w.id = n.id and ((w.version_at, w.version_sequence) > (n.version_at, n.version_sequence)
      or n.${WAITS} and (w.version_at, w.version_sequence) = (n.version_at, n.version_sequence))`,
  )
  await sql.unsafe(
    `/* dropOlderWaiting */
    with gone as (
      delete from waiting_records w using next_${table} n
      where w.kind = '${kind}' and w.id = n.id and n.action <> 'older' and (w.version_at, w.version_sequence) < (n.version_at, n.version_sequence)
      returning w.batch_id
    )
    update ingest_batches b set waiting = waiting - g.n, unchanged = unchanged + g.n
    from (select batch_id, count(*) as n from gone group by 1) g where b.id = g.batch_id`,
  )
  await sql.unsafe(
    `/* keepWaiting */
    insert into waiting_records (kind, id, contact_id, batch_id, line, position, source, version_at, version_sequence, since, row)
    select '${kind}', s.id, s.contact_id, batch.id, s.line, ${positionSql('s.position')}, s.source, n.version_at, n.version_sequence, now(), to_jsonb(s)
    from next_${table} n join stage_${table} s on s.position = n.position
    left join unnest($1::int[], $2::uuid[]) batch(slot, id) on batch.slot = ${slotSql('s.position')}
    where n.${WAITS}`,
    [arrivals.map(({ slot }) => slot), arrivals.map(({ id }) => id)],
  )
}

/** Keeps what lived with contacts of this batch that are gone, and takes it away from its table. */
export async function keepAbandoned(sql: TransactionSql, { table, kind }: FactLoad): Promise<void> {
  await sql.unsafe(`/* keepAbandoned */
    with gone as (
      delete from ${table} f using touched_${table} t
      where f.customer_id = t.customer_id and f.id = t.id
        and not exists (select from record_home h where h.id = f.contact_id)
      returning f.*
    ), homeless as (
      delete from record_home h using gone g where h.id = g.id and h.kind = '${kind}'
    )
    insert into waiting_records (kind, id, contact_id, batch_id, line, position, source, version_at, version_sequence, since, row)
    select '${kind}', g.id, g.contact_id, null, 0, 0, g.source, g.version_at, g.version_sequence, now(), to_jsonb(g) from gone g
    on conflict do nothing`)
}

/** Brings back into the stage what waited for contacts of this batch; gives how many rows. */
export async function stageArrived(sql: TransactionSql, { table, kind }: FactLoad): Promise<number> {
  const arrived = await sql.unsafe(`/* stageArrived */
    insert into stage_${table}
    select r.* from (
      select *, (row_number() over (order by id))::int as place from waiting_records
      where kind = '${kind}' and contact_id in (select id from next_contacts where action = 'created')
    ) w
    cross join lateral jsonb_populate_record(null::stage_${table},
      w.row || jsonb_build_object('version_at', w.version_at, 'version_sequence', w.version_sequence, 'position', w.place)) r`)
  return arrived.count
}

/** Writes the rows that arrived into the books of the batches that they came with. */
export async function settleArrived(sql: TransactionSql, { table, kind }: FactLoad): Promise<void> {
  await sql.unsafe(`/* settleArrived */
    with gone as (
      delete from waiting_records w using next_${table} n
      where w.kind = '${kind}' and w.id = n.id and n.action <> 'waiting'
      returning w.batch_id, n.action
    )
    update ingest_batches b set waiting = waiting - g.n, created = created + g.fresh, unchanged = unchanged + g.n - g.fresh
    from (select batch_id, count(*) as n, count(*) filter (where action = 'created') as fresh from gone group by 1) g
    where b.id = g.batch_id`)
}

const expired = (sql: Sql | TransactionSql, waitDays: number) => sql`since < now() - make_interval(days => ${waitDays})`

export async function anyExpired(sql: Sql, waitDays: number): Promise<boolean> {
  const [row] = await sql<{ any: boolean }[]>`/* anyExpired */
    select exists (select from waiting_records where ${expired(sql, waitDays)}) as any`
  return row?.any ?? false
}

/** A row that waited in vain. */
export interface Expired {
  /** That it came with; of a row whose contact was there and was deleted, its own id. */
  batchId: string
  kind: RecordKind
  source: string
  line: number
  position: number
  receivedAt: Date
  /** Of the batch in the inbox. */
  sequence: number
  /** The record as it would be sent now, with the version that it has. */
  text: string
  /** The record as somebody put it right. Null: nobody did. */
  mended: string | null
}

/** Takes what has waited too long out of the books of its batches, where it counts as rejected from now on. */
export async function takeExpired(sql: TransactionSql, waitDays: number, limit: number): Promise<Expired[]> {
  return await sql<Expired[]>`/* takeExpired */
    with gone as (
      delete from waiting_records where (kind, id) in (
        select kind, id from waiting_records where ${expired(sql, waitDays)} order by since, id limit ${limit})
      returning *
    ), books as (
      update ingest_batches b set waiting = waiting - g.n, rejected = rejected + g.n
      from (select batch_id, count(*) as n from gone group by 1) g where b.id = g.batch_id
    )
    select coalesce(batch_id, gone.id) as "batchId", gone.kind || 's' as kind, gone.source, line,
      (version_sequence % 1048576)::int as position, coalesce(b.received_at, version_at) as "receivedAt",
      version_sequence / 1048576 as sequence, mended,
      jsonb_strip_nulls(coalesce(row -> 'refs', '{}') || jsonb_build_object('id', row -> 'external_id', 'updatedAt', version_at, 'at', row -> 'at')
        || case gone.kind
          when 'contact-event' then jsonb_build_object('type', row -> 'type', 'channel', row -> 'channel', 'team', row -> 'team', 'agent', row -> 'agent')
          else jsonb_build_object('reviewer', row -> 'reviewer', 'items', row -> 'items') end)::text as text
    from gone left join ingest_batches b on b.id = batch_id order by 1, 5`
}
