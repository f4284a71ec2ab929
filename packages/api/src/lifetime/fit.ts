import { LIFETIME_MONTHS_MAX, type LifetimeProblem } from '@tweeluik/schema/facts'
import { type BgNbd, type CountedHistory, chanceAlive, fitBgNbd, ordersWhenAlive } from './bg-nbd.ts'
import { expectedSpend, fitGammaGamma, type GammaGamma } from './gamma-gamma.ts'

/** All who ever ordered, equal ones once; columns, since there may be millions. Days since the first order. */
export interface Buyers {
  repeats: Float64Array
  lastDays: Float64Array
  ageDays: Float64Array
  /** On all days after the first together, in major units, net of refunds. */
  spent: Float64Array
  customers: Float64Array
  /** Margin over amount. Null: of no order it is known. */
  marginShare: number | null
}

export interface LifetimeFit {
  customers: number
  problem: LifetimeProblem | null
  model: BgNbd | null
  spending: GammaGamma | null
  /** Of all customers together, in major units. Empty: there is no telling. */
  marginByMonth: number[]
}

/** With fewer customers who came back the parameters say more of chance than of customers. */
const REPEATERS_MIN = 100
const WEEK_DAYS = 7
const MONTH_WEEKS = 30.4375 / WEEK_DAYS

/** How much margin these customers are expected to bring in, month by month, by models fitted on what they did. */
export function fitLifetime(buyers: Buyers): LifetimeFit {
  const histories = historiesOf(buyers)
  const repeaters = histories.filter(({ repeats }) => repeats > 0)
  const untold = (problem: LifetimeProblem, model: BgNbd | null = null, spending: GammaGamma | null = null) => ({
    customers: 0,
    problem,
    model,
    spending,
    marginByMonth: [],
  })
  if (count(repeaters) < REPEATERS_MIN) return untold('TOO_FEW_REPEATERS')
  const model = fitBgNbd(histories)
  const spenders = repeaters.filter(({ spent }) => spent > 0)
  const spending = fitGammaGamma(spenders.map(({ repeats, spent }) => ({ repeats, mean: spent / repeats })))
  if (!model || !spending) return untold('NOT_FITTED', model, spending)
  if (buyers.marginShare === null) return untold('NO_MARGIN', model, spending)
  const margin = marginByMonth(model, spending, histories, buyers.marginShare)
  if (!margin.every(Number.isFinite)) return untold('NOT_FITTED', model, spending)
  return { customers: count(histories), problem: null, model, spending, marginByMonth: margin }
}

type Buyer = CountedHistory & { spent: number }

const historiesOf = ({ repeats, lastDays, ageDays, spent, customers }: Buyers): Buyer[] =>
  Array.from(repeats, (times, at) => ({
    repeats: times,
    lastWeeks: (lastDays[at] ?? 0) / WEEK_DAYS,
    ageWeeks: (ageDays[at] ?? 0) / WEEK_DAYS,
    spent: spent[at] ?? 0,
    customers: customers[at] ?? 0,
  }))

const count = (buyers: readonly Buyer[]) => buyers.reduce((sum, { customers }) => sum + customers, 0)

/**
 * What a customer will spend is the chance that it is still there, times what an order of it comes to, times how many
 * orders are to come; these hang on repeats and age alone. So customers are added up by those, an age between two whole
 * weeks shared over both, and the costly third is told once for each.
 */
function marginByMonth(model: BgNbd, spending: GammaGamma, buyers: readonly Buyer[], marginShare: number): number[] {
  const worth = new Map<number, Map<number, number>>()
  const add = (repeats: number, week: number, amount: number) => {
    const weeks = worth.get(repeats) ?? new Map<number, number>()
    worth.set(repeats, weeks.set(week, (weeks.get(week) ?? 0) + amount))
  }
  for (const buyer of buyers) {
    const { repeats, ageWeeks, spent, customers } = buyer
    const mean = repeats > 0 ? Math.max(0, spent) / repeats : 0
    const amount = customers * chanceAlive(model, buyer) * expectedSpend(spending, { repeats, mean }) * marginShare
    const week = Math.floor(ageWeeks)
    add(repeats, week, amount * (week + 1 - ageWeeks))
    if (ageWeeks > week) add(repeats, week + 1, amount * (ageWeeks - week))
  }
  const upTo = Array.from({ length: LIFETIME_MONTHS_MAX + 1 }, () => 0)
  for (const [repeats, weeks] of worth) {
    for (const [ageWeeks, amount] of weeks) {
      for (let month = 1; month < upTo.length; month += 1) {
        const orders = ordersWhenAlive(model, { repeats, ageWeeks }, month * MONTH_WEEKS)
        upTo[month] = (upTo[month] ?? 0) + amount * orders
      }
    }
  }
  return upTo.slice(1).map((sum, month) => sum - (upTo[month] ?? 0))
}
