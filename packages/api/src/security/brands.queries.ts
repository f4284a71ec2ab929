import type { Sql } from '../db/pools.ts'

export async function selectBrands(owner: Sql): Promise<readonly string[]> {
  const rows = await owner<{ brand: string }[]>`/* selectBrands */ select brand from brands`
  return rows.map(({ brand }) => brand)
}
