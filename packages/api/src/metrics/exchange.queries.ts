import type { TransactionSql } from '../db/pools.ts'
import type { Fragment } from './fragments.queries.ts'

/** Where a row has what its money is worth by. */
interface MoneyRow {
  brand: Fragment
  currency: Fragment
  day: Fragment
}

/**
 * What one unit of a row's currency was worth in the one asked for, on its day: by its brand's own rates before shared
 * ones, by the direct rate before the opposite one turned over, of several senders by the least id. Null: nobody has
 * told. Looked up only where the currency is another.
 */
export const worth = (sql: TransactionSql, asked: string, { brand, currency, day }: MoneyRow): Fragment => sql`
      case when ${currency} = ${asked} then 1 when ${currency} is not null then (
        select case when r."from" = ${asked} then 1 / r.rate else r.rate end::numeric from exchange_rates r
        where r.day = ${day} and (r.brand is null or r.brand = ${brand})
          and ((r."from" = ${currency} and r."to" = ${asked}) or (r."from" = ${asked} and r."to" = ${currency}))
        order by r.brand is null, r."from" = ${asked}, r.id limit 1) end`
