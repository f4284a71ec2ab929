import chisquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile'
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { Params } from '../facts/index.ts'
import { UNITS_PER_MAJOR } from '../money.ts'
import type { Finalize, Interval, PartValues } from './define.ts'

/** The two-sided normal quantile of a level: 1.96 for 0.95. */
const zOf = (level: number) => normalQuantile((1 + level) / 2, 0, 1)

const ratio = (over: number, under: number) => (under === 0 ? null : over / under)

/** Wilson's score interval of a proportion (Wilson 1927). Null for nothing, and for what is no part of it. */
function wilson(hits: number, n: number, level: number): Interval | null {
  if (n <= 0 || hits < 0 || hits > n) return null
  const z = zOf(level)
  const p = hits / n
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return { low: Math.max(0, Math.min(p, centre - half)), high: Math.min(1, Math.max(p, centre + half)) }
}

/** The exact Poisson interval of a count (Garwood 1936). */
function poisson(count: number, level: number): Interval {
  const tail = (1 - level) / 2
  return {
    low: count <= 0 ? 0 : chisquareQuantile(tail, 2 * count) / 2,
    high: chisquareQuantile(1 - tail, 2 * Math.max(count, 0) + 2) / 2,
  }
}

/** A share of records, 0 to 1, with Wilson's interval. */
export const share = <Name extends string>(hits: Name, among: Name): Finalize<Name> => ({
  numerator: parts => parts[hits],
  denominator: parts => parts[among],
  value: parts => ratio(parts[hits], parts[among]),
  interval: (parts, level) => wilson(parts[hits], parts[among], level),
})

/** Net promoters, -100 to 100, with the adjusted Wald interval: n + 3, promoters and detractors + 0.75 (Rocks 2016). */
export const netPromoters = <Name extends string>(
  promoters: Name,
  detractors: Name,
  answers: Name,
): Finalize<Name> => ({
  numerator: parts => parts[promoters] - parts[detractors],
  denominator: parts => parts[answers],
  value: parts => {
    const net = ratio(parts[promoters] - parts[detractors], parts[answers])
    return net === null ? null : 100 * net
  },
  interval: (parts, level) => {
    if (parts[answers] <= 0) return null
    const n = parts[answers] + 3
    const up = (parts[promoters] + 0.75) / n
    const down = (parts[detractors] + 0.75) / n
    const half = zOf(level) * Math.sqrt((up + down - (up - down) ** 2) / n)
    const value = (100 * (parts[promoters] - parts[detractors])) / parts[answers]
    return {
      low: Math.max(-100, Math.min(value, 100 * (up - down - half))),
      high: Math.min(100, Math.max(value, 100 * (up - down + half))),
    }
  },
})

interface MeanScale {
  /** Stored units to one of the metric's: 100 for hundredths. */
  unit: number
  /** Stored squares to one of the metric's units squared. */
  square: number
}

const PLAIN: MeanScale = { unit: 1, square: 1 }
/** A score kept in hundredths. */
export const HUNDREDTHS: MeanScale = { unit: 100, square: 10_000 }
/** A share kept in ten thousandths. */
export const TEN_THOUSANDTHS: MeanScale = { unit: 10_000, square: 100_000_000 }
/** Money in 1/10,000 whose squares are kept in hundredths of the squared major unit. */
export const MONEY: MeanScale = { unit: UNITS_PER_MAJOR, square: 100 }

/** A mean with its t-interval; from one record there is a mean and no interval. */
export const mean = <Name extends string>(
  sum: Name,
  squares: Name,
  n: Name,
  scale: MeanScale = PLAIN,
): Finalize<Name> => ({
  numerator: parts => parts[sum] / scale.unit,
  denominator: parts => parts[n],
  value: parts => ratio(parts[sum] / scale.unit, parts[n]),
  interval: (parts, level) => {
    const count = parts[n]
    if (count < 2) return null
    const centre = parts[sum] / scale.unit / count
    const variance = Math.max(0, parts[squares] / scale.square - count * centre * centre) / (count - 1)
    const half = tQuantile((1 + level) / 2, count - 1) * Math.sqrt(variance / count)
    return { low: centre - half, high: centre + half }
  },
})

/** A plain count with its Poisson interval; nothing counted is 0, since there is nothing to divide. */
export const tally = <Name extends string>(part: Name): Finalize<Name> => ({
  numerator: parts => parts[part],
  denominator: () => null,
  value: parts => parts[part],
  interval: (parts, level) => poisson(parts[part], level),
})

/** Records for each hundred of `exposure`, whose days or orders are no sample: the interval is that of the count. */
export const perHundred = <Name extends string>(
  records: Name,
  exposure: (parts: PartValues<Name>, params: Params) => number,
): Finalize<Name> => ({
  numerator: parts => parts[records],
  denominator: exposure,
  value: (parts, params) => ratio(100 * parts[records], exposure(parts, params)),
  interval: (parts, level, params) => {
    const units = exposure(parts, params) / 100
    if (units <= 0) return null
    const { low, high } = poisson(parts[records], level)
    return { low: low / units, high: high / units }
  },
})

/** All records over the firsts among them, 1 or more: the share of firsts turned over, and so its interval. */
export const perFirst = <Name extends string>(records: Name, firsts: Name): Finalize<Name> => ({
  numerator: parts => parts[records],
  denominator: parts => parts[firsts],
  value: parts => ratio(parts[records], parts[firsts]),
  interval: (parts, level) => {
    const share = parts[firsts] > 0 ? wilson(parts[firsts], parts[records], level) : null
    return share && { low: 1 / share.high, high: 1 / share.low }
  },
})

/** A finalize over figures that are told from the parts: the difference of two, or several added. */
export const derived = <Name extends string, Derived extends string>(
  derive: (parts: PartValues<Name>, params: Params) => PartValues<Derived>,
  finalize: Finalize<Derived>,
): Finalize<Name> => ({
  numerator: (parts, params) => finalize.numerator(derive(parts, params), params),
  denominator: (parts, params) => finalize.denominator(derive(parts, params), params),
  value: (parts, params) => finalize.value(derive(parts, params), params),
  interval: (parts, level, params) => finalize.interval(derive(parts, params), level, params),
})

interface MoneyFlow<Name extends string> {
  plus: Name
  plusSquares: Name
  /** Left out: nothing comes back. */
  minus?: Name
  minusSquares?: Name
}

const partOr0 = <Name extends string>(parts: PartValues<Name>, name: Name | undefined) => (name ? parts[name] : 0)

const netMoney = <Name extends string>(parts: PartValues<Name>, flow: MoneyFlow<Name>) =>
  (parts[flow.plus] - partOr0(parts, flow.minus)) / MONEY.unit

/** The half width of a sum of independent amounts that come at random (compound Poisson). */
const moneyHalfWidth = <Name extends string>(parts: PartValues<Name>, flow: MoneyFlow<Name>, level: number) =>
  zOf(level) * Math.sqrt((parts[flow.plusSquares] + partOr0(parts, flow.minusSquares)) / MONEY.square)

/** Money in less money back, in major units. */
export const netTotal = <Name extends string>(flow: MoneyFlow<Name>): Finalize<Name> => ({
  numerator: parts => netMoney(parts, flow),
  denominator: () => null,
  value: parts => netMoney(parts, flow),
  interval: (parts, level) => {
    const half = moneyHalfWidth(parts, flow, level)
    return { low: netMoney(parts, flow) - half, high: netMoney(parts, flow) + half }
  },
})

/** Money in less money back, per record of money in; with nothing back it has the interval of a mean. */
export const netMean = <Name extends string>(flow: Required<MoneyFlow<Name>>, n: Name): Finalize<Name> => {
  const value = (parts: PartValues<Name>) => ratio(netMoney(parts, flow), parts[n])
  return {
    numerator: parts => netMoney(parts, flow),
    denominator: parts => parts[n],
    value,
    interval: (parts, level) => {
      const count = parts[n]
      const centre = value(parts)
      if (centre === null || count < 2) return null
      const amounts = parts[flow.plus] / MONEY.unit
      const squares = (parts[flow.plusSquares] + parts[flow.minusSquares]) / MONEY.square
      const variance = Math.max(0, squares - 2 * centre * amounts + count * centre * centre) / (count - 1)
      const half = tQuantile((1 + level) / 2, count - 1) * Math.sqrt(variance / count)
      return { low: centre - half, high: centre + half }
    },
  }
}

/** Money in less money back, per unit of exposure. */
export const netPerExposure = <Name extends string>(
  flow: MoneyFlow<Name>,
  exposureDays: Name,
  daysPerUnit: (params: Params) => number,
): Finalize<Name> => {
  const exposure = (parts: PartValues<Name>, params: Params) => parts[exposureDays] / daysPerUnit(params)
  return {
    numerator: parts => netMoney(parts, flow),
    denominator: exposure,
    value: (parts, params) => ratio(netMoney(parts, flow), exposure(parts, params)),
    interval: (parts, level, params) => {
      const units = exposure(parts, params)
      if (units <= 0) return null
      const half = moneyHalfWidth(parts, flow, level)
      return { low: (netMoney(parts, flow) - half) / units, high: (netMoney(parts, flow) + half) / units }
    },
  }
}

/**
 * Money over money, both net and of records that come at random, with the interval of a quotient (by its first
 * differentials). Null where nothing is left to divide by.
 */
export const netQuotient = <Name extends string>(over: MoneyFlow<Name>, under: MoneyFlow<Name>): Finalize<Name> => {
  const value = (parts: PartValues<Name>) =>
    netMoney(parts, under) > 0 ? ratio(netMoney(parts, over), netMoney(parts, under)) : null
  return {
    numerator: parts => netMoney(parts, over),
    denominator: parts => netMoney(parts, under),
    value,
    interval: (parts, level) => {
      const centre = value(parts)
      if (centre === null) return null
      const half = Math.hypot(moneyHalfWidth(parts, over, level), centre * moneyHalfWidth(parts, under, level))
      return { low: centre - half / netMoney(parts, under), high: centre + half / netMoney(parts, under) }
    },
  }
}

/** Money gained over money spent on it, less 1; what was spent is known and no sample. */
export const netReturn = <Name extends string>(gain: MoneyFlow<Name>, spent: Name): Finalize<Name> => {
  const cost = (parts: PartValues<Name>) => parts[spent] / MONEY.unit
  return {
    numerator: parts => netMoney(parts, gain) - cost(parts),
    denominator: cost,
    value: parts => ratio(netMoney(parts, gain) - cost(parts), cost(parts)),
    interval: (parts, level) => {
      const centre = ratio(netMoney(parts, gain) - cost(parts), cost(parts))
      if (centre === null) return null
      const half = moneyHalfWidth(parts, gain, level) / cost(parts)
      return { low: centre - half, high: centre + half }
    },
  }
}

interface Totals<Name extends string> {
  over: Name
  under: Name
  overSquares: Name
  underSquares: Name
  products: Name
  n: Name
}

/** One total of money over another of the same n customers, with the interval of a ratio of means (Cochran 1977). */
export const ratioOfTotals = <Name extends string>(
  of: Totals<Name>,
  max = Number.POSITIVE_INFINITY,
): Finalize<Name> => ({
  numerator: parts => parts[of.over] / MONEY.unit,
  denominator: parts => parts[of.under] / MONEY.unit,
  value: parts => ratio(parts[of.over], parts[of.under]),
  interval: (parts, level) => {
    const n = parts[of.n]
    const centre = ratio(parts[of.over], parts[of.under])
    if (centre === null || n < 2) return null
    const squares = parts[of.overSquares] - 2 * centre * parts[of.products] + centre * centre * parts[of.underSquares]
    const deviation = Math.sqrt((Math.max(0, squares) * n) / (n - 1)) / parts[of.under]
    const half = tQuantile((1 + level) / 2, n - 1) * deviation
    return { low: Math.max(0, centre - half), high: Math.min(max, centre + half) }
  },
})

/** A quotient of two figures that are no sample: it has no interval. */
export const quotient = <Name extends string>(over: Name, under: Name, unit = 1): Finalize<Name> => ({
  numerator: parts => parts[over] / unit,
  denominator: parts => parts[under] / unit,
  value: parts => ratio(parts[over], parts[under]),
  interval: () => null,
})

/**
 * The interval of `now - before` from the intervals of both (MOVER, Zou & Donner 2008; Newcombe's where both are
 * Wilson's). The change is significant when 0 lies outside.
 */
export function differenceInterval(
  now: { value: number; interval: Interval },
  before: { value: number; interval: Interval },
): Interval {
  const difference = now.value - before.value
  return {
    low: difference - Math.hypot(now.value - now.interval.low, before.interval.high - before.value),
    high: difference + Math.hypot(now.interval.high - now.value, before.value - before.interval.low),
  }
}
