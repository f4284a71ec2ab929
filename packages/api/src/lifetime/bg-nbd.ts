import gammaln from '@stdlib/math-base-special-gammaln'
import hyp2f1 from '@stdlib/math-base-special-hyp2f1'
import { minimise } from './nelder-mead.ts'

/** How often a customer came back, when last, and for how long it has been one; times in weeks since its first order. */
export interface History {
  repeats: number
  lastWeeks: number
  ageWeeks: number
}

/** Equal histories, and how many customers have them. */
export interface CountedHistory extends History {
  customers: number
}

/**
 * The BG/NBD model (Fader, Hardie & Lee 2005): customers order at a rate that is gamma distributed over them (`r`,
 * `alpha`), and after each order leave for good with a chance that is beta distributed (`a`, `b`).
 */
export interface BgNbd {
  r: number
  alpha: number
  a: number
  b: number
}

const modelOf = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
})

/**
 * Where customers are all alike, ever larger parameters are ever so little likelier: at these they differ by a few
 * hundredths, and what is expected of them is the same.
 */
const SHAPE_MAX = 200
const SHAPE_MIN = 1e-4

const isWithin = ({ r, a, b }: BgNbd) => Math.max(r, a, b) < SHAPE_MAX && Math.min(r, a, b) > SHAPE_MIN

/** The parameters under which these histories are likeliest. Null: there is no telling them from what is there. */
export function fitBgNbd(histories: readonly CountedHistory[]): BgNbd | null {
  const customers = histories.reduce((sum, one) => sum + one.customers, 0)
  const weeks = histories.reduce((sum, { ageWeeks, customers }) => sum + ageWeeks * customers, 0)
  const repeatsMax = histories.reduce((most, { repeats }) => Math.max(most, repeats), 0)
  const cost = (at: readonly number[]) =>
    isWithin(modelOf(at)) ? -logLikelihood(modelOf(at), histories, repeatsMax) / customers : Number.POSITIVE_INFINITY
  const { at, found } = minimise(cost, [0, Math.log(Math.max(weeks / customers / 10, 0.1)), 0, 0])
  return found ? modelOf(at) : null
}

/** What does not hang on times is told once for each number of repeats; the rest is two logarithms a history. */
function logLikelihood({ r, alpha, a, b }: BgNbd, histories: readonly CountedHistory[], repeatsMax: number): number {
  const start = r * Math.log(alpha) - gammaln(r) + gammaln(a + b) - gammaln(b)
  const ofRepeats = Array.from(
    { length: repeatsMax + 1 },
    (_, repeats) => start + gammaln(r + repeats) + gammaln(b + repeats) - gammaln(a + b + repeats),
  )
  let sum = 0
  for (const { repeats, lastWeeks, ageWeeks, customers } of histories) {
    const fresh = -(r + repeats) * Math.log(alpha + ageWeeks)
    const stale =
      repeats > 0 ? Math.log(a / (b + repeats - 1)) - (r + repeats) * Math.log(alpha + lastWeeks) : -Infinity
    const larger = Math.max(fresh, stale)
    const both = larger + Math.log1p(Math.exp(Math.min(fresh, stale) - larger))
    sum += customers * ((ofRepeats[repeats] ?? 0) + both)
  }
  return sum
}

/** The chance, 0 to 1, that a customer with this history will ever order again. */
export function chanceAlive({ r, alpha, a, b }: BgNbd, { repeats, lastWeeks, ageWeeks }: History): number {
  if (repeats === 0) return 1
  const odds = (a / (b + repeats - 1)) * ((alpha + ageWeeks) / (alpha + lastWeeks)) ** (r + repeats)
  return 1 / (1 + odds)
}

/**
 * How many orders in the coming weeks are to be expected of a customer who has not left; see {@link chanceAlive}. The
 * published formula in a form (15.3.3 of Abramowitz & Stegun) whose terms do not grow with the repeats.
 */
export function ordersWhenAlive(
  model: BgNbd,
  { repeats, ageWeeks }: Omit<History, 'lastWeeks'>,
  weeks: number,
): number {
  const { r, alpha, b } = model
  // At 1 the formula is 0 over 0; so near to it the figure is the same.
  const a = Math.abs(model.a - 1) < 1e-6 ? 1 + 1e-6 : model.a
  const all = alpha + ageWeeks + weeks
  const c = a + b + repeats - 1
  const left = ((alpha + ageWeeks) / all) ** (a - 1) * hyp2f1(a + b - 1 - r, a - 1, c, weeks / all)
  return (c / (a - 1)) * (1 - left)
}
