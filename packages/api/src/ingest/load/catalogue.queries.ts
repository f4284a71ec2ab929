import type { TransactionSql } from '../../db/pools.ts'
import { departFromCatalogue } from './departures.queries.ts'

/** A catalogue's table and the singular name of its records. */
export interface Catalogue {
  table: string
  kind: string
  /** Every column, by its name in the database. */
  columns: readonly string[]
}

/** What becomes of each staged record by its version. */
export async function decideCatalogue(sql: TransactionSql, { table }: Catalogue): Promise<void> {
  await sql.unsafe(`/* decideCatalogue */
    update stage_${table} s set action = case
        when s.action = 'older' then 'older'
        when (s.version_at, s.version_sequence) <= (old.version_at, old.version_sequence) then 'older'
        when (s.version_at, s.version_sequence) <= (grave.version_at, grave.version_sequence) then 'older'
        when s.deleted_at is not null then case when old.id is not null then 'deleted' when grave.id is not null then 'equal' else 'buried' end
        when old.content = s.content then 'equal'
        when old.id is null then 'created'
        else 'updated' end
    from stage_${table} self
      left join ${table} old on old.id = self.id
      left join tombstones grave on grave.id = self.id
    where self.position = s.position`)
}

export async function refuseRows(
  sql: TransactionSql,
  { table }: Catalogue,
  positions: readonly number[],
): Promise<void> {
  await sql`/* refuseRows */ update ${sql(`stage_${table}`)} set action = 'refused' where position = any(${positions as number[]})`
}

export async function writeCatalogue(sql: TransactionSql, { table, kind, columns }: Catalogue): Promise<void> {
  const quoted = columns.map(column => `"${column}"`)
  await departFromCatalogue(sql, { table, kind })
  await sql.unsafe(`/* removeFromCatalogue */
    delete from ${table} old using stage_${table} s where old.id = s.id and s.action = 'deleted'`)
  await sql.unsafe(`/* buryFromCatalogue */
    insert into tombstones (kind, id, version_at, version_sequence, deleted_at)
    select '${kind}', id, version_at, version_sequence, deleted_at from stage_${table}
    where deleted_at is not null and action <> 'older' order by id
    on conflict (id, kind) do update set (version_at, version_sequence, deleted_at)
      = (excluded.version_at, excluded.version_sequence, excluded.deleted_at)`)
  await sql.unsafe(`/* unburyToCatalogue */
    delete from tombstones t using stage_${table} s where t.id = s.id and t.kind = '${kind}' and s.action = 'created'`)
  await sql.unsafe(`/* writeCatalogue */
    insert into ${table} (${quoted.join(', ')})
    select ${quoted.join(', ')} from stage_${table} where action in ('created', 'updated') order by id
    on conflict (id) do update set (${quoted.join(', ')}, load_number)
      = (${quoted.map(column => `excluded.${column}`).join(', ')}, excluded.load_number)`)
  await sql.unsafe(`/* raiseCatalogueVersions */
    update ${table} old set version_at = s.version_at, version_sequence = s.version_sequence
    from stage_${table} s where s.id = old.id and s.action = 'equal'`)
}
