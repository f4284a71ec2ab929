import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
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
import { questionOf, questionText } from './question.ts'
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

it('another choice of metrics drops the groups and params that no longer hold, and bars without groups', () => {
  const asked: Exploration = {
    keys: ['CES', 'FIRST_TIME_FIX'],
    groupBy: ['TEAM'],
    top: 5,
    shape: 'bar',
    params: { windowDays: '14', clock: 'BUSINESS' },
  }
  expect(fit(asked, catalogue)).toEqual({ ...asked, groupBy: [], shape: 'line', params: { windowDays: '14' } })
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
  const text = questionText(questionOf(exploration, definitions, scope), definitions)
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
