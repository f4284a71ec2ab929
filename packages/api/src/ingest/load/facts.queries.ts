import type { TransactionSql } from '../../db/pools.ts'
import { stampSql } from './customers.queries.ts'
import type { FactLoad } from './facts.ts'

const stageOf = ({ table }: FactLoad) => `stage_${table}`

/** What becomes of each staged row, by the versions of what is there and of what was deleted. */
export async function decideFacts(sql: TransactionSql, load: FactLoad): Promise<void> {
  await sql.unsafe(
    `/* decideFacts */
    update ${stageOf(load)} s set old_customer_id = f.customer_id, action = case
        when (s.version_at, s.version_sequence) <= (f.version_at, f.version_sequence) then 'older'
        when (s.version_at, s.version_sequence) <= (t.version_at, t.version_sequence) then 'older'
        when s.deleted_at is not null then case when f.id is not null then 'deleted' when t.id is not null then 'equal' else 'buried' end
        when f.content = s.content then 'equal'
        when f.id is null then 'created'
        else 'updated' end
    from ${stageOf(load)} self
      left join record_home h on h.id = self.id and h.kind = $1
      left join ${load.table} f on f.customer_id = h.customer_id and f.id = self.id
      left join tombstones t on t.id = self.id and t.kind = $1
    where self.position = s.position`,
    [load.kind],
  )
}

/** The rows that this batch replaces or removes. */
export async function touchOld({ unsafe }: TransactionSql, load: FactLoad): Promise<void> {
  await unsafe(`/* touchOld */
    insert into touched_${load.fact} (customer_id, id)
    select old_customer_id, id from ${stageOf(load)} where action in ('updated', 'deleted')
    on conflict do nothing`)
}

/** The rows that this batch brings: there is nothing before them to be taken away. */
export async function touchNew({ unsafe }: TransactionSql, load: FactLoad): Promise<void> {
  await unsafe(`/* touchNew */
    insert into touched_${load.fact} (customer_id, id, imaged)
    select customer_id, id, true from ${stageOf(load)} where action in ('created', 'updated')
    on conflict do nothing`)
}

/** Keeps the rows as they are now, before anything changes them. */
export async function imageBefore(
  { unsafe }: TransactionSql,
  { fact, table }: Pick<FactLoad, 'fact' | 'table'>,
): Promise<void> {
  await unsafe(`/* imageBefore */
    insert into image_${fact} select f.*, -1 from ${table} f join touched_${fact} t using (customer_id, id) where not t.imaged`)
  await unsafe(`/* markImaged */ update touched_${fact} set imaged = true where not imaged`)
}

export async function imageAfter(
  { unsafe }: TransactionSql,
  { fact, table }: Pick<FactLoad, 'fact' | 'table'>,
): Promise<void> {
  await unsafe(`/* imageAfter */
    insert into image_${fact} select f.*, 1 from ${table} f join touched_${fact} using (customer_id, id)`)
}

/** Empties the images, for a second round in one transaction. */
export async function forgetImages({ unsafe }: TransactionSql, { fact }: Pick<FactLoad, 'fact'>): Promise<void> {
  await unsafe(`/* forgetImages */ truncate image_${fact}, touched_${fact}`)
}

/** Removes, moves, inserts and replaces; derived columns are filled in afterwards. */
export async function applyFacts(sql: TransactionSql, load: FactLoad): Promise<void> {
  const stage = stageOf(load)
  const columns = load.columns.map(column => `"${column}"`)
  await sql.unsafe(`/* removeFacts */
    delete from ${load.table} f using ${stage} s
    where f.customer_id = s.old_customer_id and f.id = s.id
      and (s.action = 'deleted' or (s.action = 'updated' and s.customer_id <> s.old_customer_id))`)
  await sql.unsafe(`/* writeFacts */
    insert into ${load.table} (${columns.join(', ')})
    select ${columns.map(column => (column === '"repeat"' ? 'false' : column)).join(', ')}
    from ${stage} where action in ('created', 'updated') order by customer_id, id
    on conflict (customer_id, id) do update set (${columns.join(', ')}) = (${columns.map(column => `excluded.${column}`).join(', ')})`)
  await sql.unsafe(`/* raiseFactVersions */
    update ${load.table} f set version_at = s.version_at, version_sequence = s.version_sequence
    from ${stage} s where s.action = 'equal' and f.customer_id = s.old_customer_id and f.id = s.id`)
}

/** Where every record lives now, and which ones are gone. */
export async function writeHomes(sql: TransactionSql, load: FactLoad): Promise<void> {
  const stage = stageOf(load)
  const kind = [load.kind]
  await sql.unsafe(
    `/* writeHomes */
    insert into record_home (kind, id, customer_id)
    select $1, id, customer_id from ${stage}
    where action = 'created' or (action = 'updated' and customer_id <> old_customer_id) order by id
    on conflict (id, kind) do update set customer_id = excluded.customer_id`,
    kind,
  )
  await sql.unsafe(
    `/* removeHomes */ delete from record_home h using ${stage} s where h.id = s.id and h.kind = $1 and s.action = 'deleted'`,
    kind,
  )
  await sql.unsafe(
    `/* bury */
    insert into tombstones (kind, id, version_at, version_sequence, deleted_at)
    select $1, id, version_at, version_sequence, deleted_at from ${stage} where deleted_at is not null and action <> 'older' order by id
    on conflict (id, kind) do update set (version_at, version_sequence, deleted_at)
      = (excluded.version_at, excluded.version_sequence, excluded.deleted_at)`,
    kind,
  )
  await sql.unsafe(
    `/* unbury */ delete from tombstones t using ${stage} s where t.id = s.id and t.kind = $1 and s.action = 'created'`,
    kind,
  )
}

/** Segment and country as they were at the fact. */
export async function stampFacts({ unsafe }: TransactionSql, { fact, table, at }: FactLoad): Promise<void> {
  await unsafe(`/* stampFacts */
    update ${table} target set segment = stamp.segment, country = stamp.country
    from (
      select f.customer_id, f.id, v.segment, v.country
      from touched_${fact} t join ${table} f using (customer_id, id)
      left join lateral (${stampSql(at)}) v on true
      where (f.segment, f.country) is distinct from (v.segment, v.country)
    ) stamp
    where target.customer_id = stamp.customer_id and target.id = stamp.id`)
}

/** How many rows of the stage went each way. */
export async function countActions({ unsafe }: TransactionSql, stage: string): Promise<Record<string, number>> {
  const rows = await unsafe<{ action: string; n: number }[]>(`/* countActions */
    select action, count(*)::int as n from ${stage} group by action`)
  return Object.fromEntries(rows.map(({ action, n }) => [action, n]))
}
