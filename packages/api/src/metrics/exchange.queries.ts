import type { TransactionSql } from '../db/pools.ts'
import type { Fragment } from './fragments.queries.ts'
import type { FactPlan } from './plan.ts'
import { inWindows } from './road.queries.ts'

/**
 * What one unit of each currency was worth in the one asked for, on each day of the question and for each brand (null:
 * all that have no own): the direct rate before the opposite one turned over, of several senders the least id.
 */
export function ratesOf(sql: TransactionSql, plan: FactPlan): Fragment {
  const { currency } = plan.question
  const days = inWindows(sql, plan, sql`day`)
  return sql`/* rates */
    select distinct on (brand, day, currency) brand, day, currency, rate::numeric as rate from (
      select id, brand, day, "from" as currency, rate, false as turned from exchange_rates where "to" = ${currency} and ${days}
      union all
      select id, brand, day, "to", 1 / rate, true from exchange_rates where "from" = ${currency} and ${days}
    ) told
    order by brand, day, currency, turned, id`
}

/** What the money of a row of `u` is worth, from the `rates` that {@link withRates} joins. Null: nobody has told. */
export const worth = (sql: TransactionSql, { question }: FactPlan, currency: Fragment): Fragment =>
  sql`case when ${currency} = ${question.currency} then 1 else coalesce(own.rate, shared.rate) end`

/** Joins the rates of a row's brand, and those that all brands share. */
export const withRates = (sql: TransactionSql, currency: Fragment): Fragment => sql`
      left join rates own on own.brand = u.brand and own.day = u.at_day and own.currency = ${currency}
      left join rates shared on shared.brand is null and shared.day = u.at_day and shared.currency = ${currency}`

/** Whether the money of a row of `t` can be told in a currency: the same rows that have a {@link worth}. */
export const hasWorth = (sql: TransactionSql, asked: string, currency: Fragment, day: Fragment): Fragment => sql`(
        ${currency} = ${asked} or exists (
          select from exchange_rates r
          where r.day = ${day} and (r.brand is null or r.brand = t.brand)
            and ((r."from" = ${currency} and r."to" = ${asked}) or (r."from" = ${asked} and r."to" = ${currency}))))`
