import { ProblemError } from '@tweeluik/schema'
import { describe, expect, test } from 'vitest'
import { type QuestionInput, readQuestion } from './question.ts'

const settings = { currency: 'EUR', inactivityDays: 200 }
const march = { from: '2026-03-01', to: '2026-04-01' }
const read = (input: Partial<QuestionInput>) =>
  readQuestion({ keys: ['CONTACTS'], period: march, ...input }, settings, '2026-11-22')

function problemOf(input: Partial<QuestionInput>) {
  try {
    read(input)
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  throw new Error('Was taken')
}

describe('a question that cannot be asked says where and how it could be', () => {
  test.each<[string, Partial<QuestionInput>, { code: string; path: string; fix?: string }]>([
    ['no key', { keys: [] }, { code: 'NO_KEYS', path: 'keys' }],
    [
      'a key misspelt',
      { keys: ['CONTACTS', 'CONTATCS'] },
      { code: 'UNKNOWN_METRIC', path: 'keys.1', fix: 'Did you mean CONTACTS?' },
    ],
    ['an empty period', { period: { from: '2026-03-01', to: '2026-03-01' } }, { code: 'PERIOD_EMPTY', path: 'period' }],
    [
      'a period turned round',
      { period: { from: '2026-04-01', to: '2026-03-01' } },
      { code: 'PERIOD_EMPTY', path: 'period' },
    ],
    [
      'over 20 years',
      { period: { from: '2000-01-01', to: '2020-01-02' } },
      { code: 'PERIOD_TOO_LONG', path: 'period' },
    ],
    [
      'a year out of range',
      { period: { from: '0026-03-01', to: '2026-03-01' } },
      { code: 'PERIOD_OUT_OF_RANGE', path: 'period.from' },
    ],
    [
      'a dimension the metric lacks',
      { keys: ['REVENUE', 'CONTACTS'], groupBy: ['TEAM'] },
      {
        code: 'DIMENSION_NOT_KNOWN',
        path: 'groupBy.0',
        fix: 'It is known by BRAND, CHANNEL, SEGMENT, COUNTRY, LIFECYCLE_STAGE',
      },
    ],
    [
      'a filter the metric lacks',
      { where: { or: [{ lifecycleStage: { eq: 'NEW' } }] } },
      { code: 'DIMENSION_NOT_KNOWN', path: 'where.lifecycleStage' },
    ],
    [
      'a choice between a stage of life and something else',
      { keys: ['LIFECYCLE'], where: { or: [{ lifecycleStage: { eq: 'NEW' } }, { country: { eq: 'NL' } }] } },
      { code: 'CONDITIONS_MIXED', path: 'where.lifecycleStage' },
    ],
    ['a dimension twice', { groupBy: ['TEAM', 'TEAM'] }, { code: 'DIMENSION_TWICE', path: 'groupBy' }],
    [
      'four dimensions',
      { groupBy: ['TEAM', 'CHANNEL', 'TOPIC', 'BRAND'] },
      { code: 'TOO_MANY_DIMENSIONS', path: 'groupBy' },
    ],
    ['a top of nothing', { top: 3 }, { code: 'TOP_WITHOUT_GROUPS', path: 'top' }],
    ['a top of 0', { groupBy: ['TEAM'], top: 0 }, { code: 'OUT_OF_RANGE', path: 'top' }],
    ['a parameter nobody knows', { params: { windowDays: 7 } }, { code: 'UNKNOWN_PARAM', path: 'params.windowDays' }],
    [
      'a parameter out of range',
      { keys: ['FIRST_TIME_FIX'], params: { windowDays: 31 } },
      { code: 'OUT_OF_RANGE', path: 'params.windowDays', fix: 'Send 1 to 30' },
    ],
    [
      'an unknown word',
      { keys: ['REVENUE_PER_CUSTOMER'], params: { per: 'DAY' } },
      { code: 'UNKNOWN_VALUE', path: 'params.per' },
    ],
    [
      'an unknown currency',
      { keys: ['REVENUE'], params: { currency: 'EUO' } },
      { code: 'UNKNOWN_CURRENCY', path: 'params.currency' },
    ],
    [
      'months by weekday',
      { grain: 'MONTH', compare: 'YEAR_AGO_WEEKDAY' },
      { code: 'COMPARISON_NEEDS_GRAIN', path: 'compare' },
    ],
    [
      'too many cells',
      { grain: 'DAY', groupBy: ['TEAM'], top: 1000, period: { from: '2025-01-01', to: '2026-01-01' } },
      { code: 'TOO_MANY_CELLS', path: '' },
    ],
    [
      'too many conditions',
      { where: { and: Array.from({ length: 101 }, () => ({ team: { eq: 'x' } })) } },
      { code: 'FILTER_TOO_LARGE', path: 'where.and.100.team' },
    ],
    [
      'too many values',
      { where: { team: { in: Array.from({ length: 1001 }, String) } } },
      { code: 'FILTER_TOO_LARGE', path: 'where.team.in' },
    ],
    ['a text no column can hold', { where: { team: { eq: 'a\0b' } } }, { code: 'INVALID_TEXT', path: 'where.team.eq' }],
    ['a comparison with null', { where: { team: { eq: null } } }, { code: 'NULL_COMPARED', path: 'where.team.eq' }],
    ['an id that is none', { where: { trigger: { eq: 'x' } } }, { code: 'BAD_ID', path: 'where.trigger.eq' }],
  ])('%s', (_name, input, problem) => {
    expect(problemOf(input)).toMatchObject(problem)
  })

  test('a filter that nests too deep', () => {
    const deep = Array.from({ length: 12 }).reduce<NonNullable<QuestionInput['where']>>(where => ({ not: where }), {})
    expect(problemOf({ where: deep })).toMatchObject({ code: 'FILTER_TOO_DEEP' })
  })
})

test('parameters left out are those of the organisation, then of the metric', () => {
  const { asked } = read({ keys: ['REVENUE_PER_CUSTOMER', 'FIRST_TIME_FIX'], params: { windowDays: 3 } })
  expect(asked.map(({ params }) => params)).toEqual([
    { per: 'MONTH', inactivityDays: 200, currency: 'EUR' },
    { windowDays: 3 },
  ])
})

test('a period of exactly 20 years is taken', () => {
  expect(read({ period: { from: '2000-01-01', to: '2020-01-01' }, grain: 'DAY' }).window.buckets).toHaveLength(7305)
})
