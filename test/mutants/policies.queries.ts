import type { Sql } from '../../packages/api/src/db/pools.ts'

/** A policy that reads whose brands its reader may see, on all the tables that it guards. */
export interface Policy {
  name: string
  condition: string
  tables: readonly string[]
}
export async function readerPolicies(owner: Sql): Promise<readonly Policy[]> {
  return owner<Policy[]>`/* readerPolicies */
    select policyname as name, qual as condition, array_agg(tablename::text order by tablename) as tables
    from pg_policies where schemaname = 'public' and qual like '%tweeluik.brands%'
    group by 1, 2 order by 1`
}

export async function changePolicy(owner: Sql, { tables, name, condition }: Policy): Promise<void> {
  for (const table of tables) {
    await owner.unsafe(`/* changePolicy */ alter policy ${name} on ${table} using (${condition})`)
  }
}

/** How many rows of each brand there are; under '' those of none. */
export const rowsByBrand = (table: string, branded: boolean) =>
  `/* rowsByBrand */ select coalesce(${branded ? 'brand' : 'null'}, '') as brand, count(*)::int as n from ${table} group by 1 order by 1`
