import { describe, expect, test } from 'vitest'
import {
  derived,
  differenceInterval,
  MONEY,
  mean,
  netMean,
  netPromoters,
  netTotal,
  perFirst,
  perHundred,
  share,
  tally,
} from './finalize.ts'

const close = (interval: { low: number; high: number } | null, low: number, high: number, digits = 4) => {
  expect(interval?.low).toBeCloseTo(low, digits)
  expect(interval?.high).toBeCloseTo(high, digits)
}

const wilson = (hits: number, n: number, level: number) =>
  share<'hits' | 'n'>('hits', 'n').interval({ hits, n }, level, {})
const poisson = (n: number, level: number) => tally<'n'>('n').interval({ n }, level, {})

test('a proportion has the interval that Newcombe (1998) prints for Wilson', () => {
  close(wilson(81, 263, 0.95), 0.2553, 0.3662)
  close(wilson(15, 148, 0.95), 0.0624, 0.1605)
  close(wilson(0, 20, 0.95), 0, 0.1611)
  close(wilson(1, 29, 0.95), 0.0061, 0.1718)
  expect(wilson(0, 0, 0.95)).toBeNull()
})

test('of more than there were to begin with there is a value and no interval', () => {
  expect(share<'hits' | 'n'>('hits', 'n').value({ hits: 20, n: 10 }, {})).toBe(2)
  expect(wilson(20, 10, 0.95)).toBeNull()
  expect(wilson(-10, 10, 0.95)).toBeNull()
})

test('a difference of proportions has the interval that Newcombe (1998) prints for his tenth method', () => {
  const of = (hits: number, n: number) => ({ value: hits / n, interval: wilson(hits, n, 0.95) ?? { low: 0, high: 0 } })
  close(differenceInterval(of(56, 70), of(48, 80)), 0.0524, 0.3339)
  close(differenceInterval(of(9, 10), of(3, 10)), 0.1705, 0.809)
})

test('a count has the exact Poisson interval of Garwood (1936)', () => {
  close(poisson(0, 0.95), 0, 3.6889)
  close(poisson(10, 0.95), 4.7954, 18.3904)
  close(poisson(1, 0.9), 0.0513, 4.7439)
})

describe('a mean', () => {
  const seconds = mean<'sum' | 'squares' | 'n'>('sum', 'squares', 'n')
  const partsOf = (values: number[]) => ({
    sum: values.reduce((total, value) => total + value, 0),
    squares: values.reduce((total, value) => total + value * value, 0),
    n: values.length,
  })

  test('has the t-interval of its values', () => {
    const parts = partsOf([2, 4, 4, 4, 5, 5, 7, 9])
    expect(seconds.value(parts, {})).toBe(5)
    close(seconds.interval(parts, 0.95, {}), 3.2125, 6.7875)
  })

  test('of one value has no interval, of none no value', () => {
    expect(seconds.value(partsOf([7]), {})).toBe(7)
    expect(seconds.interval(partsOf([7]), 0.95, {})).toBeNull()
    expect(seconds.value(partsOf([]), {})).toBeNull()
  })

  test('of equal values has an interval of no width, never a negative variance', () => {
    close(seconds.interval(partsOf([0.1, 0.1, 0.1]), 0.95, {}), 0.1, 0.1, 6)
  })
})

test('net promoters stay between -100 and 100, and hold the value also where all agree', () => {
  const nps = netPromoters<'up' | 'down' | 'n'>('up', 'down', 'n')
  expect(nps.value({ up: 60, down: 10, n: 100 }, {})).toBe(50)
  close(nps.interval({ up: 60, down: 10, n: 100 }, 0.95, {}), 35.5, 61.6, 0)
  expect(nps.interval({ up: 3, down: 0, n: 3 }, 0.95, {})?.high).toBe(100)
  expect(nps.interval({ up: 0, down: 3, n: 3 }, 0.95, {})?.low).toBe(-100)
  expect(nps.interval({ up: 0, down: 0, n: 0 }, 0.95, {})).toBeNull()
})

test('money net of what went back has the interval of a compound Poisson sum', () => {
  const net = netTotal({ plus: 'in', plusSquares: 'inSquares', minus: 'out', minusSquares: 'outSquares' })
  // Four orders of 10.00 and a refund of 5.00; squares are kept in hundredths.
  const parts = { in: 400_000, inSquares: 40_000, out: 50_000, outSquares: 2500 }
  expect(net.value(parts, {})).toBe(35)
  close(net.interval(parts, 0.95, {}), 35 - 1.95996 * Math.sqrt(425), 35 + 1.95996 * Math.sqrt(425), 3)
})

test('what is told from parts finalizes as if it were one', () => {
  const rate = derived(
    (parts: { all: number; first: number }) => ({ second: parts.all - parts.first, first: parts.first }),
    share('second', 'first'),
  )
  expect(rate.value({ all: 15, first: 10 }, {})).toBe(0.5)
  expect(rate.numerator({ all: 15, first: 10 }, {})).toBe(5)
  expect(rate.denominator({ all: 15, first: 10 }, {})).toBe(10)
  expect(rate.interval({ all: 15, first: 10 }, 0.95, {})).toEqual(wilson(5, 10, 0.95))
})

test('a tally of nothing is 0 and divides by nothing', () => {
  expect(tally('n').value({ n: 0 }, {})).toBe(0)
  expect(tally('n').denominator({ n: 0 }, {})).toBeNull()
})

describe('money per order, net of what went back', () => {
  const flow = { plus: 'in', plusSquares: 'inSquares', minus: 'out', minusSquares: 'outSquares' } as const
  const net = netMean<'in' | 'inSquares' | 'out' | 'outSquares' | 'n'>(flow, 'n')
  // Orders of 10.00, 20.00 and 60.00; squares are kept in hundredths.
  const orders = { in: 900_000, inSquares: 410_000, out: 0, outSquares: 0, n: 3 }

  test('has the interval of a mean when nothing went back', () => {
    const plain = mean<'in' | 'inSquares' | 'n'>('in', 'inSquares', 'n', MONEY).interval(orders, 0.95, {})
    close(net.interval(orders, 0.95, {}), plain?.low ?? 0, plain?.high ?? 0)
  })

  test('falls by a refund and becomes less certain', () => {
    const refunded = { ...orders, out: 300_000, outSquares: 90_000 }
    expect(net.value(refunded, {})).toBe(20)
    const [before, after] = [net.interval(orders, 0.95, {}), net.interval(refunded, 0.95, {})]
    const width = (one: typeof before) => (one ? one.high - one.low : 0)
    expect(width(after)).toBeGreaterThan(width(before))
    expect(net.value({ ...refunded, n: 0 }, {})).toBeNull()
    expect(net.interval({ ...orders, n: 1 }, 0.95, {})).toBeNull()
  })
})

test('records per hundred have the interval of their count', () => {
  const rate = perHundred<'n' | 'orders'>('n', parts => parts.orders)
  expect(rate.value({ n: 10, orders: 40 }, {})).toBe(25)
  const count = poisson(10, 0.95)
  close(rate.interval({ n: 10, orders: 40 }, 0.95, {}), (count?.low ?? 0) * 2.5, (count?.high ?? 0) * 2.5)
  expect(rate.interval({ n: 10, orders: 0 }, 0.95, {})).toBeNull()
})

test('records over the firsts among them are a share turned over', () => {
  const length = perFirst<'n' | 'firsts'>('n', 'firsts')
  expect(length.value({ n: 30, firsts: 20 }, {})).toBe(1.5)
  const firsts = wilson(20, 30, 0.95)
  close(length.interval({ n: 30, firsts: 20 }, 0.95, {}), 1 / (firsts?.high ?? 1), 1 / (firsts?.low ?? 1))
  expect(length.interval({ n: 3, firsts: 0 }, 0.95, {})).toBeNull()
})
