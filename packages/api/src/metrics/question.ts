import { addCalendar, type Day, fail, type Grain, isCurrency } from '@tweeluik/schema'
import { type Dimension, dimensions, PERIOD_YEARS_MAX } from '@tweeluik/schema/facts'
import {
  askedBy,
  defaultParams,
  type Metric,
  metricKeys,
  metrics,
  type ParamSpec,
  type Params,
} from '@tweeluik/schema/metrics'
import { nearest } from '@tweeluik/schema/records'
import type { Settings } from '../db/settings.ts'
import { type AllOf, askedOf, conjuncts, dimensionsOf, fieldOf, readFilter, type WhereInput } from './filter.ts'
import { type Bucket, bucketsOf, type Comparison, comparedPeriod, type Period } from './periods.ts'

const KEYS_MAX = 100
const GROUP_BY_MAX = 3
const TOP_MAX = 1000
/** Groups given when the question names no `top`; the rest are gathered under `other`. */
const TOP_DEFAULT = 20
const CELLS_MAX = 200_000

/** A question as it was sent. */
export interface QuestionInput {
  keys: readonly string[]
  period: Period
  grain?: Grain | null
  groupBy?: readonly Dimension[] | null
  top?: number | null
  where?: WhereInput | null
  compare?: Comparison | null
  params?: Readonly<Record<string, number | string | null | undefined>> | null
  /** What a metric is not known by is left out of its filter, instead of refused. */
  leaveOutUnknown?: boolean | null
  /** Whether percentiles or distributions are wanted; all metrics asked must then have them. */
  values?: boolean
}

/** One metric with all its parameters. */
export interface Asked {
  metric: Metric
  params: Params
  /** The parameters that the question names. */
  named?: readonly string[]
}

/** A span of days with its buckets: the period asked for, or the one it is compared with. */
export interface Window extends Period {
  buckets: readonly Bucket[]
}

/** A question that can be answered. */
export interface Question {
  asked: readonly Asked[]
  window: Window
  compared: Window | null
  grain: Grain | null
  groupBy: readonly Dimension[]
  top: number
  filter: AllOf
  currency: string
  /** The organisation's. */
  ownCurrency: string
  /** Whether values are read too, for percentiles. */
  values: boolean
  /** The day on which it is asked. */
  today: Day
  /** What is left of the dimensions that it asks, where it was narrowed for what does not have them all. */
  narrowedTo?: readonly Dimension[]
}

/** @throws a ProblemError that says what cannot be asked, before anything runs. */
export function readQuestion(
  input: QuestionInput,
  settings: Pick<Settings, 'currency' | 'inactivityDays'>,
  today: Day,
): Question {
  checkPeriod(input.period)
  const grain = input.grain ?? null
  const groupBy = input.groupBy ?? []
  const given = givenParams(input.params)
  const filter = readFilter(input.where)
  const wanted = [...groupBy, ...dimensionsOf(filter)]
  const asked = metricsOf(input.keys).map(plain => ({
    metric: askedBy(plain, wanted),
    params: paramsOf(plain, given, settings),
    named: Object.keys(given),
  }))
  checkParams(given, asked)
  checkGrain(grain, asked)
  if (input.values) checkValues(asked)
  checkDimensions(asked, groupBy, 'groupBy')
  if (!input.leaveOutUnknown) checkDimensions(asked, [...dimensionsOf(filter)], 'where')
  checkMixed(asked, filter)
  const compared = input.compare ? comparedWindow(input.period, input.compare, grain, today) : null
  checkTop(input.top, groupBy)
  const question: Question = {
    asked,
    window: windowOf(input.period, grain),
    compared,
    grain,
    groupBy,
    top: input.top ?? TOP_DEFAULT,
    filter,
    currency: String(given['currency'] ?? settings.currency),
    ownCurrency: settings.currency,
    values: input.values ?? false,
    today,
  }
  checkCost(question)
  return question
}

const windowOf = (period: Period, grain: Grain | null): Window => ({
  ...period,
  buckets: grain ? bucketsOf(period, grain) : [],
})

function comparedWindow(period: Period, comparison: Comparison, grain: Grain | null, today: Day): Window {
  if (comparison === 'YEAR_AGO_WEEKDAY' && grain !== null && grain !== 'DAY' && grain !== 'WEEK') {
    fail(
      'COMPARISON_NEEDS_GRAIN',
      'compare',
      `YEAR_AGO_WEEKDAY shifts by 364 days, which keeps weekdays and no ${grain.toLowerCase()}s`,
      'Ask grain DAY or WEEK, or compare with YEAR_AGO',
    )
  }
  return windowOf(comparedPeriod(period, comparison, today), grain)
}

/** @throws a ProblemError for a period that cannot be asked. */
export function checkPeriod({ from, to }: Period): void {
  for (const [name, day] of Object.entries({ from, to })) {
    if (day < '1900-01-01' || day > '2200-01-01') {
      fail('PERIOD_OUT_OF_RANGE', `period.${name}`, `${day} lies outside 1900 to 2199`, 'Check the year')
    }
  }
  if (from >= to) fail('PERIOD_EMPTY', 'period', 'The period holds no day', 'Let `to` be the day after the last one')
  if (to > addCalendar(from, { years: PERIOD_YEARS_MAX })) {
    fail('PERIOD_TOO_LONG', 'period', `A period is at most ${PERIOD_YEARS_MAX} years`, 'Ask in parts')
  }
}

function metricsOf(keys: readonly string[]): Metric[] {
  if (keys.length === 0) fail('NO_KEYS', 'keys', 'No metric is asked', `Ask one of ${metricKeys.join(', ')}`)
  if (keys.length > KEYS_MAX) fail('TOO_MANY_KEYS', 'keys', `At most ${KEYS_MAX} keys are answered`, 'Ask in parts')
  return keys.map((key, index) => {
    const metric = metrics.get(key) ?? refuseKey(key, index)
    if (metric.answeredBy) {
      fail(
        'NOT_BY_DAYS',
        `keys.${index}`,
        `${key} is told by the age of cohorts, not by days`,
        `Ask \`${metric.answeredBy}\``,
      )
    }
    return metric
  })
}

function refuseKey(key: string, index: number): never {
  const near = nearest(key, metricKeys)
  const fix = near ? `Did you mean ${near}?` : `Ask one of ${metricKeys.join(', ')}`
  return fail('UNKNOWN_METRIC', `keys.${index}`, `There is no metric ${key.slice(0, 100)}`, fix)
}

type Given = Readonly<Record<string, number | string>>

function givenParams(params: QuestionInput['params']): Given {
  const given = Object.entries(params ?? {}).filter((entry): entry is [string, number | string] => entry[1] != null)
  return Object.fromEntries(given)
}

function paramsOf(metric: Metric, given: Given, settings: Pick<Settings, 'currency' | 'inactivityDays'>): Params {
  const { currency, inactivityDays } = settings
  const all = { ...defaultParams(metric), currency, inactivityDays, ...given }
  return Object.fromEntries(Object.entries(all).filter(([name]) => Object.hasOwn(metric.params, name)))
}

function checkParams(given: Given, asked: readonly Asked[]): void {
  for (const [name, value] of Object.entries(given)) {
    const path = `params.${name}`
    const spec = asked.map(({ metric }) => metric.params[name]).find(known => known !== undefined)
    if (!spec) {
      const known = [...new Set(asked.flatMap(({ metric }) => Object.keys(metric.params)))]
      const fix = known.length > 0 ? `They know ${known.join(', ')}` : 'Leave params out'
      fail('UNKNOWN_PARAM', path, `No metric asked knows the parameter ${name}`, fix)
    }
    checkParam(spec, value, path)
  }
}

function checkParam(spec: ParamSpec, value: number | string, path: string): void {
  if (spec.values && !spec.values.includes(String(value))) {
    fail('UNKNOWN_VALUE', path, `${value} is not one of ${spec.values.join(', ')}`, `Send ${spec.values[0]}`)
  }
  if (typeof value === 'number') {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = spec
    if (value < min || value > max)
      fail('OUT_OF_RANGE', path, `${value} is not from ${min} to ${max}`, `Send ${min} to ${max}`)
  }
  if (path === 'params.currency' && !isCurrency(String(value))) {
    fail(
      'UNKNOWN_CURRENCY',
      path,
      `${String(value).slice(0, 20)} is no currency in use`,
      'Send its ISO 4217 code, such as EUR',
    )
  }
}

function checkGrain(grain: Grain | null, asked: readonly Asked[]): void {
  const without = asked.find(({ metric }) => grain !== null && metric.grains?.includes(grain) === false)
  if (!without) return
  const { key, grains = [] } = without.metric
  fail(
    'GRAIN_NOT_KNOWN',
    'grain',
    `${key} is not told by ${grain}`,
    `Ask ${grains.join(', ')}, or leave it out of keys`,
  )
}

function checkValues(asked: readonly Asked[]): void {
  const index = asked.findIndex(({ metric }) => !metric.values)
  if (index === -1) return
  const known = metricKeys.filter(key => metrics.get(key)?.values)
  const message = `${asked[index]?.metric.key} is told by no values of its own: it has no percentiles and no distribution`
  fail('NO_PERCENTILES', `keys.${index}`, message, `Ask them of ${known.join(', ')}`)
}

function checkDimensions(asked: readonly Asked[], wanted: readonly Dimension[], path: 'groupBy' | 'where'): void {
  for (const [index, dimension] of wanted.entries()) {
    const place = path === 'where' ? `where.${fieldOf(dimension)}` : `groupBy.${index}`
    const without = asked.find(({ metric }) => !metric.dimensions.includes(dimension))
    if (without) {
      const { key, dimensions } = without.metric
      fail(
        'DIMENSION_NOT_KNOWN',
        place,
        `${key} is not known by ${dimension}`,
        `It is known by ${dimensions.join(', ')}`,
      )
    }
  }
  if (path === 'where') return
  if (new Set(wanted).size < wanted.length) {
    fail('DIMENSION_TWICE', path, 'A dimension is named twice', 'Name each dimension once')
  }
  if (wanted.length > GROUP_BY_MAX) {
    fail(
      'TOO_MANY_DIMENSIONS',
      path,
      `At most ${GROUP_BY_MAX} of ${dimensions.length} dimensions at once`,
      'Name fewer',
    )
  }
}

/** What a metric is always told by is known of no record: nothing else can be put in the balance with it. */
function checkMixed(asked: readonly Asked[], filter: AllOf): void {
  for (const { metric } of asked) {
    const own = metric.alwaysBy?.dimension
    const mixed =
      own &&
      conjuncts(askedOf(filter, metric.dimensions)).find(
        part => dimensionsOf(part).has(own) && dimensionsOf(part).size > 1,
      )
    if (!mixed) continue
    fail(
      'CONDITIONS_MIXED',
      `where.${fieldOf(own)}`,
      `${metric.key} is told by each ${own}: no other condition can stand in its place`,
      `Let a condition on ${own} stand alone, outside \`or\` and \`not\` with others`,
    )
  }
}

function checkTop(top: number | null | undefined, groupBy: readonly Dimension[]): void {
  if (top == null) return
  if (groupBy.length === 0)
    fail('TOP_WITHOUT_GROUPS', 'top', 'There are no groups to take the top of', 'Name groupBy too')
  if (top < 1 || top > TOP_MAX)
    fail('OUT_OF_RANGE', 'top', `${top} is not from 1 to ${TOP_MAX}`, `Send 1 to ${TOP_MAX}`)
}

function checkCost({ asked, window, compared, groupBy, top }: Question): void {
  const windows = compared ? 2 : 1
  const series = groupBy.length > 0 ? top + 2 : 1
  const cells = asked.length * (window.buckets.length + 1) * windows * series
  if (cells > CELLS_MAX) {
    fail(
      'TOO_MANY_CELLS',
      '',
      `The answer would have about ${cells} cells; ${CELLS_MAX} are allowed`,
      'Ask a coarser grain, a shorter period, a smaller top or fewer keys',
    )
  }
}
