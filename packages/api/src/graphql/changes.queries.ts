import { columnName } from '@tweeluik/schema/facts'
import { getTableColumns } from 'drizzle-orm'
import type { Sql, TransactionSql } from '../db/pools.ts'
import { tableOf } from './source.queries.ts'
import type { Source } from './source.ts'

/** A place in the order of changes: the load that made one, and its record. */
export interface ChangePlace {
  loadNumber: number
  id: string
}

export interface ChangedRow extends ChangePlace {
  at: Date | null
  deleted: boolean
}

/**
 * The records of a kind that loads after a place have written, and those that the viewer's brands see no longer. The
 * tables themselves tell it: each row knows the load that wrote it last.
 */
export function selectChanges(sql: TransactionSql, source: Source, after: ChangePlace, limit: number) {
  const at = 'versionAt' in getTableColumns(source.table) ? columnName('versionAt') : 'null::timestamptz'
  const { loadNumber, id } = after
  return sql`/* changes: ${sql.unsafe(source.name)} */
    select * from (
      (select record.id, record.load_number as "loadNumber", ${sql.unsafe(at)} as at, false as deleted
        from ${tableOf(sql, source)} record
        where (record.load_number, record.id) > (${loadNumber}, ${id})
        order by record.load_number, record.id limit ${limit})
      union all
      (select gone.id, gone.load_number, gone.at, true from departures gone
        where gone.kind = ${source.kind} and (gone.load_number, gone.id) > (${loadNumber}, ${id})
          and not exists (select from ${tableOf(sql, source)} record where record.id = gone.id)
        order by gone.load_number, gone.id limit ${limit})
    ) change order by "loadNumber", id limit ${limit}`
}

/**
 * Returns once all that could be read before is on disk: a load commits without waiting for that, and a power cut that
 * takes one back must not find somebody past it.
 */
export async function awaitDisk(owner: Sql): Promise<void> {
  await owner`/* awaitDisk */ select pg_logical_emit_message(true, 'tweeluik', 'read')`
}
