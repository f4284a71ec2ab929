import { describe, expect, test } from 'vitest'
import { deviations, exampleAnswer, metrics } from './index.ts'

describe.each([...metrics.values()])('$key', metric => {
  test('has worked examples, and they hold', () => {
    expect(metric.examples.length).toBeGreaterThan(0)
    for (const example of metric.examples) {
      expect(deviations(example, exampleAnswer(metric, example)), example.promise).toEqual([])
    }
  })

  test('has its words in both languages', () => {
    for (const words of [metric.words.nl, metric.words.en]) {
      for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
    }
    expect(metric.words.nl).not.toEqual(metric.words.en)
  })
})

test('a metric is known by what all facts have that it is not divided by, a cause also by its department', () => {
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
    'SLA_POLICY',
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
  expect(metrics.get('REVENUE_PER_CUSTOMER')?.dimensions).toEqual(['BRAND', 'CHANNEL', 'SEGMENT', 'COUNTRY'])
})
