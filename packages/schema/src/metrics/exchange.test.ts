import { describe, expect, test } from 'vitest'
import { rateInto } from './exchange.ts'

const day = '2026-03-02'
const dollars = { currency: 'USD', brand: 'north', day }
const usdToEur = { id: 'b', from: 'USD', to: 'EUR', day, rate: 0.9 }
const eurToUsd = { id: 'a', from: 'EUR', to: 'USD', day, rate: 1.25 }

describe('what a currency was worth in another', () => {
  test.each([
    ['itself is worth 1, whatever anybody sent', { ...dollars, currency: 'EUR' }, [usdToEur], 1],
    ['the direct rate comes before the opposite one', dollars, [eurToUsd, usdToEur], 0.9],
    ['an opposite rate is turned over', dollars, [eurToUsd], 0.8],
    ['only a rate of the very day counts', dollars, [{ ...usdToEur, day: '2026-03-01' }], null],
    ['a rate of another brand is none', dollars, [{ ...usdToEur, brand: 'south' }], null],
    ["a brand's own rate comes before a shared one", dollars, [usdToEur, { ...eurToUsd, brand: 'north' }], 0.8],
    ['of two senders the least id counts', dollars, [usdToEur, { ...usdToEur, id: 'a', rate: 0.7 }], 0.7],
    ['a third currency tells nothing', dollars, [{ ...usdToEur, from: 'GBP' }], null],
  ])('%s', (_promise, money, rates, rate) => {
    expect(rateInto('EUR', money, rates)).toBe(rate)
  })
})
