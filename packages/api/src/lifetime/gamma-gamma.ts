import gammaln from '@stdlib/math-base-special-gammaln'
import { minimise } from './nelder-mead.ts'

/** A customer's repeat orders: how many, and what one came to on average, above 0. */
export interface Spending {
  repeats: number
  mean: number
}

/**
 * The gamma-gamma model (Fader & Hardie 2013): what a customer's order comes to varies around a mean of its own, and
 * those means vary over customers.
 */
export interface GammaGamma {
  p: number
  q: number
  gamma: number
}

const modelOf = ([p = 0, q = 0, gamma = 0]: readonly number[]): GammaGamma => ({
  p: Math.exp(p),
  q: Math.exp(q),
  gamma: Math.exp(gamma),
})

/** Below a `q` of 1 there is no mean; above the most customers, or their orders, are all alike. */
const isWithin = ({ p, q }: GammaGamma) => q > 1 && p < 1_000 && q < 1_000

/** The parameters under which this spending is likeliest. Null: there is no telling them from what is there. */
export function fitGammaGamma(spending: readonly Spending[]): GammaGamma | null {
  const average = spending.reduce((sum, { mean }) => sum + mean, 0) / spending.length
  const repeatsMax = spending.reduce((most, { repeats }) => Math.max(most, repeats), 0)
  const cost = (at: readonly number[]) =>
    isWithin(modelOf(at))
      ? -logLikelihood(modelOf(at), spending, repeatsMax) / spending.length
      : Number.POSITIVE_INFINITY
  const { at, found } = minimise(cost, [1, 1, Math.log(average)])
  return found ? modelOf(at) : null
}

function logLikelihood({ p, q, gamma }: GammaGamma, spending: readonly Spending[], repeatsMax: number): number {
  const start = q * Math.log(gamma) - gammaln(q)
  const ofRepeats = Array.from(
    { length: repeatsMax + 1 },
    (_, repeats) => start + gammaln(p * repeats + q) - gammaln(p * repeats),
  )
  let sum = 0
  for (const { repeats, mean } of spending) {
    const pieces = p * repeats
    sum += (ofRepeats[repeats] ?? 0) + (pieces - 1) * Math.log(mean) + pieces * Math.log(repeats)
    sum -= (pieces + q) * Math.log(gamma + repeats * mean)
  }
  return sum
}

/** What an order of this customer comes to on average; of one who never came back, what it does of everybody. */
export function expectedSpend({ p, q, gamma }: GammaGamma, { repeats, mean }: Spending): number {
  return (p * (gamma + repeats * mean)) / (p * repeats + q - 1)
}
