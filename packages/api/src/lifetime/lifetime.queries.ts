import type { Day } from '@tweeluik/schema'
import type { Sql, TransactionSql } from '../db/pools.ts'
import { FIGURES_CHANNEL } from '../live/channel.ts'
import { worth } from '../metrics/exchange.queries.ts'
import { own } from '../metrics/fragments.queries.ts'
import type { Buyers, LifetimeFit } from './fit.ts'

/** How many orders of known customers a brand had in a month; `end` is its last day. */
export interface MonthOfOrders {
  brand: string
  end: Day
  orders: number
}

export async function selectMonths(sql: Sql, upTo: Day): Promise<MonthOfOrders[]> {
  return await sql<MonthOfOrders[]>`/* monthsOfOrders */
    select brand, (date_trunc('month', day) + interval '1 month - 1 day')::date as end, count(*)::int as orders
    from orders where known and day <= ${upTo} group by 1, 2 order by 2`
}

export interface KeptFit {
  brand: string
  day: Day
  orders: number
}

export async function selectKeptFits(sql: Sql): Promise<KeptFit[]> {
  return await sql<KeptFit[]>`/* keptFits */ select brand, day, orders from lifetime_fits`
}

/** Which orders a fit stands on. */
export interface BuyersAsked {
  /** Null: of all brands. */
  brand: string | null
  upTo: Day
  currency: string
}

const ROWS_AT_ONCE = 10_000

/** Everybody who ordered up to a day, each by the days of ordering and by what was spent after the first. */
export async function selectBuyers(sql: TransactionSql, asked: BuyersAsked): Promise<Buyers> {
  const columns = { repeats: [], lastDays: [], ageDays: [], spent: [], customers: [] } as Record<string, number[]>
  const names = Object.keys(columns)
  const rows = sql<Record<string, number>[]>`/* buyers */
    with ${nets(sql, asked)}, buyers as (
      select count(distinct day) - 1 as repeats, max(day) - min(day) as last_days, ${asked.upTo}::date - min(day) as age_days,
        round(coalesce(sum(amount) filter (where day > first_day), 0)) / 10000 as spent
      from nets group by customer_id
    )
    select repeats::int, last_days as "lastDays", age_days as "ageDays", spent::float8, count(*)::int as customers
    from buyers group by 1, 2, 3, 4`
  for await (const some of rows.cursor(ROWS_AT_ONCE)) {
    for (const row of some) for (const name of names) columns[name]?.push(row[name] ?? 0)
  }
  const [share] = await sql<[{ share: number | null }]>`/* marginShare */
    with ${nets(sql, asked)}
    select (sum(margin) / nullif(sum(amount), 0))::float8 as share from nets where margin is not null`
  const column = (name: string) => Float64Array.from(columns[name] ?? [])
  return {
    repeats: column('repeats'),
    lastDays: column('lastDays'),
    ageDays: column('ageDays'),
    spent: column('spent'),
    customers: column('customers'),
    marginShare: share?.share ?? null,
  }
}

/** Each order with what is left of its amount and margin by then, in the organisation's currency; null: without rate. */
function nets(sql: TransactionSql, { brand, upTo, currency }: BuyersAsked) {
  const rate = (alias: string) =>
    worth(sql, currency, {
      brand: own(sql, `${alias}.brand`),
      currency: own(sql, `${alias}.currency`),
      day: own(sql, `${alias}.day`),
    })
  const ofBrand = brand === null ? sql`` : sql`and o.brand = ${brand}`
  return sql`nets as (
      select o.customer_id, o.day, min(o.day) over (partition by o.customer_id) as first_day,
        o.amount_e4 * ${rate('o')} - coalesce(r.amount, 0) as amount, o.margin_e4 * ${rate('o')} - coalesce(r.margin, 0) as margin
      from orders o
      left join (
        select customer_id, id, sum(amount_e4 * ${rate('b')}) as amount, sum(margin_e4 * ${rate('b')}) as margin
        from refunds b where day <= ${upTo} group by 1, 2
      ) r using (customer_id, id)
      where o.known and o.day <= ${upTo} ${ofBrand}
    )`
}

/** Keeps a fit in the place of an earlier one of that day, and says so to whoever looks at it. */
export async function writeFit(
  sql: TransactionSql,
  brands: readonly string[],
  { day, orders }: Omit<KeptFit, 'brand'>,
  { customers, problem, model, spending, marginByMonth }: LifetimeFit,
  marginShare: number | null,
): Promise<void> {
  await sql`/* forgetFit */ delete from lifetime_fits where brand = any(${[...brands]}::text[]) and day = ${day}`
  await sql`/* writeFit */
    insert into lifetime_fits (brand, day, fitted_at, orders, customers, problem, r, alpha, a, b, p, q, gamma, margin_share, margin_by_month)
    select brand, ${day}, now(), ${orders}, ${customers}, ${problem},
      ${model?.r ?? null}::float8, ${model?.alpha ?? null}::float8, ${model?.a ?? null}::float8, ${model?.b ?? null}::float8,
      ${spending?.p ?? null}::float8, ${spending?.q ?? null}::float8, ${spending?.gamma ?? null}::float8,
      ${marginShare}::float8, ${marginByMonth}::float8[]
    from unnest(${[...brands]}::text[]) brand`
  await sql`/* tellFit */ select pg_notify(${FIGURES_CHANNEL}, 'lifetime ' || brand) from unnest(${[...brands]}::text[]) brand`
}

export async function forgetFits(sql: Sql): Promise<void> {
  await sql`/* forgetFits */ delete from lifetime_fits`
}

/** How many orders there are as the server keeps count by itself, at once but a second late. */
export async function ordersKept(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`/* ordersKept */
    select pg_stat_get_live_tuples('orders'::regclass)::int as n`
  return row?.n ?? 0
}
