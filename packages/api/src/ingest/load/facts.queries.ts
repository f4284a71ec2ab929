import type { TransactionSql } from '../../db/pools.ts'
import { slotSql, versionSql } from '../prepare/places.ts'
import { type DeriveSettings, derivationOf } from './derive.queries.ts'
import type { FactLoad } from './facts.ts'

/** A batch of which a stage holds rows: they have its version where the sender gives none. */
export interface Arrival {
  id: string
  /** In the places of its rows. */
  slot: number
  receivedAt: Date
  /** Of the batch in the inbox. */
  sequence: number
}

/** A record that is named by no one lives with its contact where it must or may. */
function homed({ home, table, columns }: FactLoad): string {
  const own = columns.filter(column => !['customer_id', 'known', 'version_at', 'version_sequence'].includes(column))
  const known = columns.includes('known')
  const list = own.map(column => `s."${column}"`).join(', ')
  const extras = 's.position, s.line, s.deleted_at, s.action'
  const version = `coalesce(s.version_at, s.updated_at, batch.received_at) as version_at,
        coalesce(s.version_sequence, ${versionSql('batch.sequence', 's.position')}) as version_sequence`
  const staged = `stage_${table} s
      left join unnest($1::int[], $2::timestamptz[], $3::bigint[]) batch(slot, received_at, sequence) on batch.slot = ${slotSql('s.position')}`
  if (home === 'own') {
    return `select ${list}, s.customer_id, ${known ? 's.known, ' : ''}${extras}, ${version}, false as lost from ${staged}`
  }
  const follows = home === 'contact' ? 'c.id is not null' : 'c.id is not null and s.identity_id is null'
  return `select ${list}, case when ${follows} then c.customer_id else s.customer_id end as customer_id,
        ${known ? `case when ${follows} then c.known else s.known end as known, ` : ''}${extras}, ${version},
        ${home === 'contact' ? 'c.id is null' : 'false'} as lost
      from ${staged}
      left join record_home ch on ch.id = s.contact_id
      left join contacts c on c.customer_id = ch.customer_id and c.id = ch.id`
}

/**
 * The rows as they will stand, finished in one pass: whose they are, their version, what becomes of each by the versions
 * of what is there and of what was deleted, their stamp and all that is derived. Order of arrival decides nothing.
 */
export async function decideFacts(
  sql: TransactionSql,
  load: FactLoad,
  settings: DeriveSettings,
  arrivals: readonly Arrival[],
): Promise<void> {
  const { joins, columns } = derivationOf(load, settings, 'home.id is not null')
  const values = load.columns.map(column => {
    const derived = columns[column]
    if (derived) return derived
    return column === 'repeat' || column === 'reopened' ? 'false' : `f."${column}"`
  })
  await sql.unsafe(
    `/* decideFacts */
    insert into next_${load.table} (${load.columns.map(column => `"${column}"`).join(', ')}, position, line, deleted_at, old_customer_id, action)
    select ${values.join(', ')}, f.position, f.line, f.deleted_at, old.customer_id, case
        when f.action = 'older' then 'older'
        when f.action = 'moved' then 'updated'
        when (f.version_at, f.version_sequence) <= (old.version_at, old.version_sequence) then 'older'
        when (f.version_at, f.version_sequence) <= (grave.version_at, grave.version_sequence) then 'older'
        when f.deleted_at is not null then case when old.id is not null then 'deleted' when grave.id is not null then 'equal' else 'buried' end
        when f.lost then 'waiting'
        when old.content = f.content then 'equal'
        when old.id is null then 'created'
        else 'updated' end
    from (${homed(load)}) f
    left join record_home home on home.id = f.id
    left join ${load.table} old on old.customer_id = home.customer_id and old.id = home.id
    left join tombstones grave on grave.id = f.id
    ${joins}`,
    [
      arrivals.map(({ slot }) => slot),
      arrivals.map(({ receivedAt }) => receivedAt.toISOString()),
      arrivals.map(({ sequence }) => sequence),
    ],
  )
}

/** What becomes of any row to come. */
export async function actionsOf(sql: TransactionSql, { table }: FactLoad): Promise<ReadonlySet<string>> {
  const found = await sql.unsafe<{ action: string }[]>(`/* actionsOf */ select distinct action from next_${table}`)
  return new Set(found.map(({ action }) => action))
}

/** The stored rows that this batch replaces or removes; one that waits for another contact than before goes, too. */
export async function touchReplaced(sql: TransactionSql, { table }: FactLoad): Promise<number> {
  const touched = await sql.unsafe(`/* touchReplaced */
    insert into touched_${table} (customer_id, id, replaced)
    select old_customer_id, id, true from next_${table}
    where action in ('updated', 'deleted') or (action = 'waiting' and old_customer_id is not null)`)
  return touched.count
}

/** Keeps the touched rows as they are now, before anything changes them; gives how many were not kept yet. */
export async function imageBefore(sql: TransactionSql, { table }: Pick<FactLoad, 'table'>): Promise<number> {
  const kept = await sql.unsafe(`/* imageBefore */
    with now as (update touched_${table} set imaged = true where not imaged returning customer_id, id)
    insert into image_${table} select f.*, -1 from ${table} f join now using (customer_id, id)`)
  return kept.count
}

/** Keeps the touched rows that are still there as they have become. */
export async function imageAfter(sql: TransactionSql, { table }: Pick<FactLoad, 'table'>): Promise<void> {
  await sql.unsafe(`/* imageAfter */
    insert into image_${table}
    select f.*, 1 from ${table} f join touched_${table} t using (customer_id, id) where not t.replaced`)
}

/** What a batch takes away from and adds to the figures: its images, and the rows that it brings. */
export function changesOf({ table, columns }: FactLoad): string {
  const list = columns.map(column => `"${column}"`).join(', ')
  return `(select ${list}, sign from image_${table}
      union all select ${list}, 1 from next_${table} where action in ('created', 'updated'))`
}

/** What else is to be written than rows that are new. */
export interface Rewriting {
  /** Stored rows are replaced or removed. */
  replacing: boolean
  actions: ReadonlySet<string>
}

/** Removes, moves, inserts and replaces. */
export async function writeFacts(
  sql: TransactionSql,
  load: FactLoad,
  { replacing, actions }: Rewriting,
): Promise<void> {
  const columns = load.columns.map(column => `"${column}"`)
  if (replacing) {
    await sql.unsafe(`/* removeFacts */
    delete from ${load.table} f using next_${load.table} n
    where f.customer_id = n.old_customer_id and f.id = n.id
      and (n.action in ('deleted', 'waiting') or (n.action = 'updated' and n.customer_id <> n.old_customer_id))`)
  }
  await sql.unsafe(`/* writeFacts */
    insert into ${load.table} (${columns.join(', ')})
    select ${columns.join(', ')} from next_${load.table} where action in ('created', 'updated') order by customer_id, id
    ${
      replacing
        ? `on conflict (customer_id, id) do update set (${columns.join(', ')}, load_number)
      = (${columns.map(column => `excluded.${column}`).join(', ')}, excluded.load_number)`
        : ''
    }`)
  if (!actions.has('equal')) return
  await sql.unsafe(`/* raiseFactVersions */
    update ${load.table} f set version_at = n.version_at, version_sequence = n.version_sequence
    from next_${load.table} n where n.action = 'equal' and f.customer_id = n.old_customer_id and f.id = n.id`)
}

/** Where every record lives now, and which ones are gone. */
export async function writeHomes(
  sql: TransactionSql,
  { table, kind }: FactLoad,
  { replacing, actions }: Rewriting,
): Promise<void> {
  const next = `next_${table}`
  await sql.unsafe(`/* writeHomes */
    insert into record_home (kind, id, customer_id)
    select '${kind}', id, customer_id from ${next}
    where action = 'created' or (action = 'updated' and customer_id <> old_customer_id) order by id
    ${replacing ? 'on conflict (id, kind) do update set customer_id = excluded.customer_id' : ''}`)
  await sql.unsafe(`/* unburyFacts */
    delete from tombstones t using ${next} n where t.id = n.id and t.kind = '${kind}' and n.action in ('created', 'waiting')`)
  if (!['deleted', 'waiting', 'buried', 'equal'].some(action => actions.has(action))) return
  await sql.unsafe(`/* buryFacts */
    with gone as (
      delete from record_home h using ${next} n where h.id = n.id and h.kind = '${kind}' and n.action in ('deleted', 'waiting')
    )
    insert into tombstones (kind, id, version_at, version_sequence, deleted_at)
    select '${kind}', id, version_at, version_sequence, deleted_at from ${next} where deleted_at is not null and action <> 'older' order by id
    on conflict (id, kind) do update set (version_at, version_sequence, deleted_at)
      = (excluded.version_at, excluded.version_sequence, excluded.deleted_at)`)
}

export interface ActionCount {
  slot: number
  action: string
  n: number
}

/** How many rows of each batch went each way. */
export async function countActions(sql: TransactionSql, table: string): Promise<ActionCount[]> {
  return await sql.unsafe<ActionCount[]>(`/* countActions */
    select ${slotSql('position')} as slot, action, count(*)::int as n from ${table} group by 1, 2`)
}
