import { describe, expect, test } from 'vitest'
import { addDays } from '../time.ts'
import { defaultParams, metrics, reference } from './index.ts'

describe.each([...metrics.values()])('$key', metric => {
  test('has worked examples, and they hold', () => {
    expect(metric.examples.length).toBeGreaterThan(0)
    for (const { promise, rows, period, params, value, n } of metric.examples) {
      const window = { ...period, today: addDays(period.to, 100) }
      const answer = reference(metric, rows, window, { ...defaultParams(metric), ...params })
      expect(answer.n, promise).toBe(n)
      if (value === null) expect(answer.value, promise).toBeNull()
      else expect(answer.value, promise).toBeCloseTo(value, 9)
    }
  })

  test('has its words in both languages', () => {
    for (const words of [metric.words.nl, metric.words.en]) {
      for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
    }
    expect(metric.words.nl).not.toEqual(metric.words.en)
  })
})

test('a metric is known by what all of its facts have, a cause also by its department', () => {
  expect(metrics.get('CONTACTS')?.dimensions).toEqual([
    'BRAND',
    'CHANNEL',
    'TOPIC',
    'TRIGGER',
    'DEPARTMENT',
    'TEAM',
    'SEGMENT',
    'COUNTRY',
    'JOURNEY_MAP',
    'STAGE',
    'TOUCHPOINT',
  ])
  expect(metrics.get('REOPEN_RATE')?.dimensions).toEqual([
    'BRAND',
    'CHANNEL',
    'TRIGGER',
    'DEPARTMENT',
    'TEAM',
    'SEGMENT',
    'COUNTRY',
  ])
  expect(metrics.get('REVENUE_PER_CUSTOMER')?.dimensions).toEqual(['BRAND'])
})
