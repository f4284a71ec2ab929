import type { TransactionSql } from '../../db/pools.ts'
import { changesOf } from './facts.queries.ts'
import type { FactLoad } from './facts.ts'

/** Notes records that a brand sees no longer, by kind, id, brand and the sender's key, which a customer has several of. */
export function departures(found: string): string {
  return `insert into departures (kind, id, brand, source, external_id) ${found} order by 2, 1, 3
    on conflict (id, kind, brand) do update set (at, load_number) = (excluded.at, excluded.load_number)`
}

/** Notes which facts of this load a brand sees no longer: those with an image before and none after. */
export async function departFacts(sql: TransactionSql, load: FactLoad, changes = changesOf(load)): Promise<void> {
  await sql.unsafe(`/* departFacts */
    ${departures(`select '${load.kind}', id, brand, source, external_id from ${changes} c group by 2, 3, 4, 5 having sum(sign) < 0`)}`)
}

/** As {@link departFacts}, of staged records of a catalogue, before they are written. */
export async function departFromCatalogue(
  sql: TransactionSql,
  { table, kind }: { table: string; kind: string },
): Promise<void> {
  await sql.unsafe(`/* departFromCatalogue */
    ${departures(`select '${kind}', old.id, old.brand, old.source, old.external_id from ${table} old join stage_${table} s on s.id = old.id
      where s.action = 'deleted' or (s.action = 'updated' and s.brand is distinct from old.brand)`)}`)
}
