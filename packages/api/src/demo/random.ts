import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'

/** Murmur3's last step: neighbouring seeds must not begin alike. */
function scatter(value: number): number {
  let word = value | 0
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}

/**
 * Chance that is the same in every process: one stream per seed, customer and purpose, so that switching a planted
 * effect off leaves every other purpose of every customer as it was.
 */
export class Random {
  /** Not `#generator`: made ready to run, those are looked up in a WeakMap, which took a seventh of all time here. */
  private readonly generator: RandomGenerator

  constructor(seed: number, customer: number, purpose: number) {
    const world = scatter(seed + 0x9e3779b9)
    const person = scatter(world ^ customer)
    this.generator = xoroshiro128plusFromState([
      person,
      scatter(person ^ (purpose + 1)),
      scatter(world + customer),
      world | 1,
    ])
  }

  /** At least 0, less than 1. */
  uniform(): number {
    return uniformFloat64(this.generator)
  }

  chance(probability: number): boolean {
    return this.uniform() < probability
  }

  between(low: number, high: number): number {
    return low + this.uniform() * (high - low)
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1))
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform())
  }

  /** Handling times, waits and gaps are skewed to the right: most are short, a few are long. */
  logNormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal())
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.uniform() * items.length)]
    if (item === undefined) throw new RangeError('a draw needs something to draw from')
    return item
  }

  /** The index of one weight, drawn in proportion to it. */
  index(weights: ArrayLike<number>): number {
    let total = 0
    for (let i = 0; i < weights.length; i++) total += weights[i] ?? 0
    let rest = this.uniform() * total
    for (let i = 0; i < weights.length; i++) {
      rest -= weights[i] ?? 0
      if (rest < 0) return i
    }
    return weights.length - 1
  }

  /** One key of a table of weights, drawn in proportion to its weight. */
  key<K extends string>(weights: readonly (readonly [K, number])[]): K {
    let total = 0
    for (const [, weight] of weights) total += weight
    let rest = this.uniform() * total
    for (const [key, weight] of weights) {
      rest -= weight
      if (rest < 0) return key
    }
    throw new RangeError('a draw needs at least one positive weight')
  }
}

/** Share of a standard normal below `z`, to 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = Math.exp((-z * z) / 2) * 0.3989422804014327 * polynomial
  return z > 0 ? 1 - tail : tail
}
