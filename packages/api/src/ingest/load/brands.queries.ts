import type { TransactionSql } from '../../db/pools.ts'

/** Remembers every brand that the batch names; gives how many were new. */
export async function noteBrands(sql: TransactionSql, stage: string): Promise<number> {
  const added = await sql.unsafe(`/* noteBrands */
    insert into brands (brand, first_seen_at)
    select distinct brand, now() from ${stage} s
    where brand is not null and not exists (select from brands b where b.brand = s.brand)
    on conflict do nothing`)
  return added.count
}
