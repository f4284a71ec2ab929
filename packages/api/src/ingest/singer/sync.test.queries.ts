import type { Sql } from '../../db/pools.ts'

export async function namesOf(sql: Sql, source: string): Promise<string[]> {
  const rows = await sql<
    { name: string }[]
  >`/* namesOf */ select name from triggers where source = ${source} order by 1`
  return rows.map(({ name }) => name)
}
