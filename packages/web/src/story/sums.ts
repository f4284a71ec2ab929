import type { Customer, Money } from './answer.ts'

const scale = 10_000n

/** An exact decimal as ten-thousandths. */
function inParts(amount: string): bigint {
  const [, minus = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(amount) ?? []
  const parts = BigInt(whole) * scale + BigInt(decimals.padEnd(4, '0'))
  return minus ? -parts : parts
}

function asDecimal(parts: bigint): string {
  const absolute = parts < 0n ? -parts : parts
  return `${parts < 0n ? '-' : ''}${absolute / scale}.${String(absolute % scale).padStart(4, '0')}`
}

/** The exact sum of each currency, largest first; what is in `less` is taken off. */
export function sumOf(amounts: Money[], less: Money[] = []): Money[] {
  const sums = new Map<string, bigint>()
  const add = ({ currency }: Money, parts: bigint) => sums.set(currency, (sums.get(currency) ?? 0n) + parts)
  for (const money of amounts) add(money, inParts(money.amount))
  for (const money of less) add(money, -inParts(money.amount))
  return [...sums]
    .toSorted(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0))
    .map(([currency, parts]) => ({ currency, amount: asDecimal(parts) }))
}

/** What a customer's records add up to. Null: not all of them are here, or none tells it. */
export type Sums = {
  /** Order amounts less refunds, as the metric REVENUE counts them; a sum for each currency. */
  revenue: Money[] | null
  /** Of every contact whose cost is known. */
  cost: Money[] | null
  /** Contacts whose cost nobody knows, as no rate covers them. */
  withoutCost: number
  /** An agent's time, over every contact that was handled. */
  handleSeconds: number | null
  /** Cost of service per unit of revenue. Null also in several currencies, and without revenue. */
  costPerRevenue: number | null
}

export function sumsOf({ orders, contacts }: Customer): Sums {
  const allOrders = !orders.pageInfo.hasNextPage && orders.nodes.length > 0
  const allContacts = !contacts.pageInfo.hasNextPage && contacts.nodes.length > 0
  const refunds = orders.nodes.flatMap(order => order.refunds.map(({ amount }) => amount))
  const revenue = allOrders
    ? sumOf(
        orders.nodes.map(({ amount }) => amount),
        refunds,
      )
    : null
  const costs = contacts.nodes.flatMap(({ cost }) => (cost ? [cost] : []))
  const cost = allContacts && costs.length > 0 ? sumOf(costs) : null
  const handled = contacts.nodes.flatMap(({ handleSeconds }) => (handleSeconds === null ? [] : [handleSeconds]))
  return {
    revenue,
    cost,
    withoutCost: contacts.nodes.length - costs.length,
    handleSeconds: allContacts && handled.length > 0 ? handled.reduce((sum, seconds) => sum + seconds, 0) : null,
    costPerRevenue: ratio(cost, revenue),
  }
}

function ratio(cost: Money[] | null, revenue: Money[] | null): number | null {
  const [[spent, ...otherCosts], [earned, ...otherRevenue]] = [cost ?? [], revenue ?? []]
  if (!spent || !earned || otherCosts.length + otherRevenue.length > 0) return null
  return spent.currency === earned.currency && Number(earned.amount) > 0
    ? Number(spent.amount) / Number(earned.amount)
    : null
}
