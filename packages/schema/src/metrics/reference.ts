import {
  conditionsOf,
  type Dimension,
  type FactName,
  facts,
  type GapPart,
  type LatestPart,
  meets,
  type Params,
  type Part,
  type PeoplePart,
  type SpendingPart,
  type Spent,
  type SumPart,
} from '../facts/index.ts'
import { addDays, type Day, daysBetween, earlierDay, spanBefore, yearUpTo } from '../time.ts'
import {
  absenceOver,
  askedBy,
  defaultParams,
  type Example,
  finalizeOver,
  leftOutOf,
  type Metric,
  nParts,
  type PartValues,
  valuesOf,
} from './define.ts'
import { type ExchangeRateRow, rateInto } from './exchange.ts'
import { cohortParts } from './reference-cohorts.ts'
import { daysPart } from './reference-days.ts'
import { withDerived } from './reference-derived.ts'

export type ReferenceRow = Readonly<Record<string, unknown>>
/**
 * Plain rows by fact, named as columns are in TypeScript; days are `YYYY-MM-DD`. Beside them under `exchange_rate` what
 * money was worth.
 */
export type ReferenceRows = Partial<Record<string, readonly ReferenceRow[]>>

/** From is included, to is not. `today` is the day of `asOf`: nothing is known after it. */
export interface ReferenceWindow {
  from: Day
  to: Day
  today: Day
  /** Of a figure of a group: the rows of all groups together. */
  among?: ReferenceRows
}

const gapOf = (row: ReferenceRow, column: string) => (row[column] ?? null) as number | null
const isBeyond = (gap: number | null, days: number) => gap === null || gap > days
const within = (day: Day | null | undefined, from: Day, to: Day) => day != null && day >= from && day < to

function dayOf(part: { fact: string; anchor: string }, row: ReferenceRow): Day | null {
  const column = facts[part.fact as FactName].spec.anchors[part.anchor] ?? ''
  return (row[column] ?? null) as Day | null
}

/** What a row's money is worth in the currency asked for. Null: it cannot be told. */
function rateOf(
  part: SumPart | GapPart | SpendingPart,
  row: ReferenceRow,
  all: ReferenceRows,
  params: Params,
): number | null {
  if (!part.money) return 1
  const currency = row[facts[part.fact as FactName].spec.currency ?? '']
  const day = dayOf(part, row)
  if (typeof currency !== 'string' || day === null) return null
  const rates = (all['exchange_rate'] ?? []) as unknown as readonly ExchangeRateRow[]
  return rateInto(String(params['currency']), { currency, day, brand: row['brand'] }, rates)
}

function sumOver(part: SumPart, all: ReferenceRows, window: ReferenceWindow, params: Params): number {
  const rows = (all[part.fact] ?? []).filter(
    row => within(dayOf(part, row), window.from, window.to) && meets(row, conditionsOf(part, params)),
  )
  const sum = rows.reduce((sum, row) => {
    const rate = rateOf(part, row, all, params)
    if (rate === null) return sum
    const amount = part.column === null ? 1 : Number(row[part.column] ?? 0)
    if (part.type === 'count') return sum + 1
    if (part.type === 'sum') return sum + amount * rate
    return sum + (part.money ? Math.round((amount * amount) / 1e6) * rate * rate : amount * amount)
  }, 0)
  return Math.round(sum)
}

function gapsOver(part: GapPart, all: ReferenceRows, window: ReferenceWindow, params: Params): number {
  const gap = facts[part.fact as FactName].spec.gaps[part.gap]
  if (!gap) throw new Error(`${part.fact} has no gap ${part.gap}`)
  return (all[part.fact] ?? []).filter(row => {
    const day = dayOf(part, row)
    if (day === null || !meets(row, gap.where) || rateOf(part, row, all, params) === null) return false
    const days = part.type === 'beyond' ? part.days(params) : daysBetween(window.from, day)
    return within(day, window.from, window.to) && isBeyond(gapOf(row, gap.column), days)
  }).length
}

/** The organisation's, of every example. */
const OWN_CURRENCY = 'EUR'

function latestOf(part: LatestPart, all: ReferenceRows, { to }: ReferenceWindow, params: Params): number {
  const known = (all[part.fact] ?? []).filter(row => within(dayOf(part, row), '0000-01-01', to))
  const last = known.toSorted((left, right) => ((dayOf(part, left) ?? '') < (dayOf(part, right) ?? '') ? -1 : 1)).at(-1)
  const rate = last && part.rate ? worthOf(last, dayOf(part, last), all, params) : 1
  if (rate === null) return 0
  return (part.rate === 'times' ? rate : 1) * latestIn(part, last, params)
}

function worthOf(row: ReferenceRow, day: Day | null, all: ReferenceRows, params: Params): number | null {
  const rates = (all['exchange_rate'] ?? []) as unknown as readonly ExchangeRateRow[]
  return rateInto(
    String(params['currency'] ?? OWN_CURRENCY),
    { currency: OWN_CURRENCY, day: day ?? '', brand: row['brand'] },
    rates,
  )
}

function latestIn(part: LatestPart, last: ReferenceRow | undefined, params: Params): number {
  const value = last?.[part.column] ?? 0
  if (part.words) return part.words.indexOf(String(value)) + 1
  if (!part.weights) return Number(value)
  return part.weights(params).reduce((sum, weight, at) => sum + weight * ((value as readonly number[])[at] ?? 0), 0)
}

/** Each known customer's money of some days, net of refunds. */
function spentIn(part: SpendingPart, all: ReferenceRows, { from, to }: { from: Day; to: Day }, params: Params) {
  const spent = new Map<unknown, number>()
  for (const [fact, sign] of [
    ['order', 1],
    ['refund', -1],
  ] as const) {
    for (const row of all[fact] ?? []) {
      const rate = rateOf(part, row, all, params)
      if (row['known'] === false || !within(dayOf(part, row), from, to) || rate === null) continue
      const customer = row['customerId']
      spent.set(customer, (spent.get(customer) ?? 0) + sign * Number(row['amountE4']) * rate)
    }
  }
  return spent
}

function spendingOver(part: SpendingPart, given: ReferenceRows, window: ReferenceWindow, params: Params): number {
  const all = part.ofWhole ? (window.among ?? given) : given
  const spentOver = (span: { from: Day; to: Day }) => spentIn(part, all, span, params)
  if (part.among === 'year') {
    const year = [...spentOver(yearUpTo(window, window.today)).values()].filter(one => one > 0).sort((a, b) => b - a)
    const counted = part.of[0] === 'share' && !window.among ? year.slice(0, Math.ceil(year.length / 10)) : year
    return Math.round(counted.reduce((sum, one) => sum + (part.of.length > 0 ? one : 1), 0))
  }
  const now = spentOver(window)
  const before = [...spentOver(spanBefore(window, window.today))].filter(([, amount]) => amount > 0)
  const sum = before.reduce((sum, [customer, amount]) => {
    const later = Math.max(0, now.get(customer) ?? 0)
    const amounts: Partial<Record<Spent, number>> = { before: amount, now: later, kept: Math.min(amount, later) }
    return sum + part.of.reduce((product, one) => product * (amounts[one] ?? 0), 1)
  }, 0)
  return Math.round(sum)
}

function peopleIn(part: PeoplePart, all: ReferenceRows, { from, to }: ReferenceWindow): number {
  const rows = (all[part.fact] ?? []).filter(row => within(dayOf(part, row), from, to))
  return new Set(rows.map(row => row['customerId'])).size
}

/** One part over plain rows, by its words alone: what every road through the database must agree with. */
export function referencePart(part: Part, all: ReferenceRows, window: ReferenceWindow, params: Params): number {
  if (part.fact === 'customer_day' && (part.type === 'exposure' || 'gap' in part)) {
    return daysPart(part, all[part.fact] ?? [], window, params)
  }
  if (part.type === 'exposure') throw new Error(`${part.fact} has no base`)
  if (part.type === 'latest') return latestOf(part, all, window, params)
  if (part.type === 'spending') return spendingOver(part, all, window, params)
  if (part.type === 'people') return peopleIn(part, all, window)
  return 'gap' in part ? gapsOver(part, all, window, params) : sumOver(part, all, window, params)
}

/** A metric over plain rows. */
export function reference(metric: Metric, rows: ReferenceRows, window: ReferenceWindow, params: Params) {
  const ripeEnd = metric.ripeAfterDays ? addDays(window.today, -metric.ripeAfterDays(params)) : window.to
  const ripe = { ...window, to: earlierDay(window.to, ripeEnd) }
  const parts: PartValues = Object.fromEntries(
    Object.entries(metric.parts).map(([name, part]) => [name, referencePart(part, rows, ripe, params)]),
  )
  return toldBy(metric, parts, ripe, params)
}

function toldBy(metric: Metric, parts: PartValues, window: ReferenceWindow, params: Params) {
  const finalize = finalizeOver(metric, params, window)
  const value = finalize.value(parts, params)
  return {
    parts,
    value,
    n: nParts(metric, params).reduce((n, name) => n + (parts[name] ?? 0), 0),
    interval: value === null ? null : finalize.interval(parts, 0.95, params),
    absence: absenceOver(metric, params, window)(parts),
    leftOut: leftOutOf(metric, parts, params),
  }
}

/** The day on which an example is asked, where it says none. */
export const EXAMPLES_TODAY: Day = '2026-11-22'

/** How many values there are to tell percentiles of. Undefined: the metric has none. */
function valuesIn(metric: Metric, rows: ReferenceRows, { from, to }: ReferenceWindow, params: Params) {
  const values = valuesOf(metric, params)
  return (
    values &&
    (rows[values.fact] ?? []).filter(
      row => within(dayOf(values, row), from, to) && row[values.column] != null && meets(row, values.where),
    ).length
  )
}

/** The params of a question for some of the values that a metric is always told by. */
function paramsOf({ alwaysBy }: Metric, of: readonly string[]): Params {
  if (!alwaysBy) return {}
  const asked = Object.keys(alwaysBy.parts).filter(one => of.includes(one))
  return { [alwaysBy.dimension]: asked.join(',') }
}

/** The rows of these values, of facts that have the dimensions. */
function ofValues(rows: ReferenceRows, asked: readonly [Dimension, string][]): ReferenceRows {
  const left = Object.entries(rows).map(([fact, all = []]) => {
    const known = facts[fact as FactName]?.spec.dimensions ?? {}
    const conditions = asked.flatMap(([dimension, value]) => {
      const column = known[dimension]
      return column ? [(row: ReferenceRow) => row[column] === value] : []
    })
    return [fact, all.filter(row => conditions.every(holds => holds(row)))]
  })
  return Object.fromEntries(left) as ReferenceRows
}

/** What a metric makes of one of its examples. */
export function exampleAnswer(plain: Metric, example: Example): Answered {
  const { period, today, params, cohort, of, asked = {} } = example
  const values = Object.entries(asked) as [Dimension, string][]
  const metric = askedBy(
    plain,
    values.map(([dimension]) => dimension),
  )
  const rows = ofValues(withDerived(example.rows), values)
  const window = { ...period, today: today ?? EXAMPLES_TODAY }
  const all = { ...defaultParams(metric), ...params, ...(of && paramsOf(metric, of)) }
  if (!cohort) return { ...reference(metric, rows, window, all), values: valuesIn(metric, rows, window, all) }
  return toldBy(metric, cohortParts(rows['customer_day'] ?? [], window, cohort), window, all)
}

interface Answered extends Pick<ReturnType<typeof reference>, 'value' | 'n' | 'interval' | 'leftOut' | 'absence'> {
  values?: number | null
}

/** What an example says otherwise than this answer, in words; empty when it holds. */
export function deviations(example: Example, answer: Answered): readonly string[] {
  const { value, n, interval = answer.interval, leftOut = answer.leftOut, absence = answer.absence } = example
  const told: readonly [name: string, wanted: number | null | undefined, given: number | null | undefined][] = [
    ['value', value, answer.value],
    ['n', n, answer.n],
    ['values', n, answer.values ?? answer.n],
    ['leftOut', leftOut, answer.leftOut],
    ['interval.low', interval?.low, answer.interval?.low],
    ['interval.high', interval?.high, answer.interval?.high],
  ]
  const figures = told.flatMap(([name, wanted, given]) =>
    isClose(wanted, given) ? [] : [`${name}: ${given}, not ${wanted}`],
  )
  return absence === answer.absence ? figures : [...figures, `absence: ${answer.absence}, not ${absence}`]
}

function isClose(wanted: number | null | undefined, given: number | null | undefined): boolean {
  if (wanted == null || given == null) return (wanted ?? null) === (given ?? null)
  return Math.abs(wanted - given) <= 1e-6 * Math.max(1, Math.abs(wanted))
}
