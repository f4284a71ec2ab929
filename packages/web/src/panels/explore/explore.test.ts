import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { reachOf } from '../../charts/heat.tsx'
import { parseSearch, stringifySearch, usualScope } from '../../routes/scope.ts'
import {
  type Definition,
  type Exploration,
  fit,
  pickExploration,
  readExploration,
  usualExploration,
  writeExploration,
} from './exploration.ts'
import { gridOf } from './grid.ts'
import { questionOf, questionText } from './question.ts'
import type { Answered } from './rows.ts'
import { readViews } from './views.ts'

const definition = (key: Definition['key'], given: Partial<Definition> = {}): Definition => ({
  key,
  lens: 'CX',
  name: key,
  description: '',
  unit: 'share',
  direction: 'UP',
  answeredBy: null,
  minSample: 30,
  dimensions: ['BRAND', 'CHANNEL', 'TEAM'],
  params: [],
  ...given,
})

const windowDays = { name: 'windowDays', type: 'Int', default: '7', min: 1, max: 30, values: null }
const clock = {
  name: 'clock',
  type: 'Enum',
  default: 'CALENDAR',
  min: null,
  max: null,
  values: ['CALENDAR', 'BUSINESS'],
}

const catalogue = [
  definition('CES'),
  definition('AHT'),
  definition('FIRST_TIME_FIX', { dimensions: ['CHANNEL', 'TOPIC'], params: [windowDays] }),
  definition('RESOLUTION_TIME', { dimensions: ['CHANNEL', 'TOPIC'], params: [clock] }),
  definition('COHORT_RETENTION', { answeredBy: 'cohorts' }),
]

const roundTrip = (exploration: Exploration) =>
  readExploration(pickExploration(parseSearch(stringifySearch(writeExploration(exploration)))), catalogue)

describe('the address of an exploration', () => {
  it('is empty for the usual one', () => {
    expect(stringifySearch(writeExploration(usualExploration))).toBe('')
    expect(readExploration({}, catalogue)).toEqual({ exploration: usualExploration, broken: [] })
  })

  it('leads back to the exploration it was written from', () => {
    const explorations: Exploration[] = [
      { ...usualExploration, groupBy: [] },
      { ...usualExploration, groupBy: ['CHANNEL', 'TEAM'], top: 20, shape: 'table' },
      { ...usualExploration, keys: ['FIRST_TIME_FIX'], groupBy: [], params: { windowDays: '14' } },
      { ...usualExploration, groupBy: [], shape: 'heat' },
      {
        ...usualExploration,
        keys: ['RESOLUTION_TIME'],
        groupBy: ['TOPIC'],
        shape: 'bar',
        params: { clock: 'BUSINESS' },
      },
    ]
    for (const exploration of explorations) expect(roundTrip(exploration)).toEqual({ exploration, broken: [] })
  })

  it('falls back part by part, and says which part it could not read', () => {
    const search = { metrics: 'LOVE', group: 'moon', top: '7', as: 'pie', params: 'windowDays' }
    const { exploration, broken } = readExploration(search, catalogue)
    expect(exploration).toEqual({ ...usualExploration, groupBy: [] })
    expect(broken).toEqual(['metrics', 'group', 'top', 'as', 'params'])
  })

  it('takes no metric that has a query of its own', () => {
    expect(readExploration({ metrics: 'COHORT_RETENTION,CES' }, catalogue)).toMatchObject({
      exploration: { keys: ['CES'] },
      broken: ['metrics'],
    })
  })
})

it('another choice of metrics drops the groups and params that no longer hold', () => {
  const asked: Exploration = {
    keys: ['CES', 'FIRST_TIME_FIX'],
    groupBy: ['TEAM'],
    top: 5,
    shape: 'bar',
    params: { windowDays: '14', clock: 'BUSINESS' },
  }
  expect(fit(asked, catalogue)).toEqual({ ...asked, groupBy: [], params: { windowDays: '14' } })
})

it('the text of a question is a document without variables that asks just what is sent', () => {
  const exploration: Exploration = {
    keys: ['FIRST_TIME_FIX', 'RESOLUTION_TIME'],
    groupBy: ['TOPIC'],
    top: 10,
    shape: 'line',
    params: { windowDays: '14', clock: 'BUSINESS' },
  }
  const where = { channel: { in: ['phone "red"'] } }
  const definitions = catalogue.filter(({ key }) => exploration.keys.includes(key))
  const period = { from: '2026-01-05', to: '2026-02-02' }
  const scope = { scope: usualScope, period, grain: 'WEEK', where, language: 'NL' } as const
  const text = questionText(questionOf(exploration, scope), definitions)
  expect(() => parse(text)).not.toThrow()
  expect(text).not.toContain('$')
  for (const part of [
    'keys: [FIRST_TIME_FIX, RESOLUTION_TIME]',
    'period: {from: "2026-01-05", to: "2026-02-02"}',
    'groupBy: [TOPIC]',
    'top: 10',
    'grain: WEEK',
    'compare: YEAR_AGO_WEEKDAY',
    'params: {windowDays: 14, clock: BUSINESS}',
    'where: {channel: {in: ["phone \\"red\\""]}}',
    'name(language: NL)',
  ]) {
    expect(text).toContain(part)
  }
})

it('views that another hand has spoilt are not there, and the others are', () => {
  expect(readViews('{')).toEqual([])
  expect(readViews('{"name":"a"}')).toEqual([])
  expect(readViews('[{"name":"a","search":"?as=bar"},{"name":1},null]')).toEqual([{ name: 'a', search: '?as=bar' }])
})

describe('a heat map of two splits', () => {
  const group = (channel: string, team: string, n: number | null, value: number | null, suppressed = false) => ({
    keys: [
      { dimension: 'CHANNEL' as const, value: channel, label: channel, other: false },
      { dimension: 'TEAM' as const, value: team, label: team, other: false },
    ],
    total: { value, n, suppressed, interval: null, compared: null },
    points: [],
  })
  const whole = { value: null, n: null, suppressed: false, interval: null, compared: null }
  const series = [
    group('chat', 'north', 10, 0.2, true),
    group('phone', 'north', 60, 0.5),
    group('phone', 'south', 50, 0.6),
    group('chat', 'south', null, null, true),
    group('mail', 'east', 40, 0.9),
  ]
  const metric: Answered = {
    definition: { key: 'CES', name: 'Ease', unit: 'share' },
    asOf: '2026-01-01T00:00:00Z',
    notFilteredBy: [],
    total: whole,
    series,
  }
  const asked: Exploration = { keys: ['CES'], groupBy: ['CHANNEL', 'TEAM'], top: 2, shape: 'heat', params: {} }
  const grid = gridOf(metric, asked, { figure: ({ value }) => String(value), bucket: String, minSample: 30 })

  it('has the largest groups of each, and says that there are more', () => {
    expect(grid.rows.map(({ id }) => id)).toEqual(['phone', 'mail'])
    expect(grid.columns.map(({ id }) => id)).toEqual(['north', 'south'])
    expect(grid.hasMore).toBe(true)
  })

  it('tells what stands on too few from what is withheld and from what is not there', () => {
    const all = gridOf(
      metric,
      { ...asked, top: 5 },
      { figure: ({ value }) => String(value), bucket: String, minSample: 30 },
    )
    const chat = all.rows.find(({ id }) => id === 'chat')?.squares
    expect(chat).toMatchObject([
      { column: 'north', text: '0.2', few: true, withheld: false },
      { column: 'south', text: '<30', few: false, withheld: true },
    ])
    expect(all.hasMore).toBe(false)
  })

  it('has its shades between what can be trusted', () => {
    expect(reachOf(grid.rows, false)).toEqual({ least: 0.5, most: 0.6 })
    const few = [
      { id: 'a', label: 'a', beside: '', squares: [{ column: 'b', value: 1, text: '1', partial: false, few: true }] },
    ]
    expect(reachOf([...grid.rows, ...few], true)).toEqual({ least: 0, most: 0.6 })
    expect(reachOf([], false)).toBeNull()
  })

  it('leads from a square to the records of its pair', () => {
    expect(grid.opens('phone', 'south')).toEqual({ only: { channel: ['phone'], team: ['south'] } })
    expect(grid.opens('mail', 'south')).toBeNull()
  })

  it('asks for all pairs, and one split against time', () => {
    const scope = {
      scope: usualScope,
      period: { from: '2026-01-05', to: '2026-02-02' },
      grain: 'WEEK',
      where: null,
      language: 'EN',
    } as const
    expect(questionOf(asked, scope)).toMatchObject({ top: 500 })
    expect(questionOf(asked, scope)).not.toHaveProperty('grain')
    expect(questionOf({ ...asked, groupBy: ['TEAM'] }, scope)).toMatchObject({ top: 2, grain: 'WEEK' })
  })
})
