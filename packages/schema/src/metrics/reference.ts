import {
  conditionsOf,
  type ExposurePart,
  type FactName,
  facts,
  type GapPart,
  meets,
  type Params,
  type Part,
  type SumPart,
} from '../facts/index.ts'
import { addDays, type Day, daysBetween, earlierDay, laterDay } from '../time.ts'
import { defaultParams, type Example, finalizeOver, type Metric, nParts, type PartValues } from './define.ts'
import { type ExchangeRateRow, rateInto } from './exchange.ts'

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
}

const gapOf = (row: ReferenceRow, column: string) => (row[column] ?? null) as number | null
const isBeyond = (gap: number | null, days: number) => gap === null || gap > days
const within = (day: Day | null | undefined, from: Day, to: Day) => day != null && day >= from && day < to

function dayOf(part: { fact: string; anchor: string }, row: ReferenceRow): Day | null {
  const column = facts[part.fact as FactName].spec.anchors[part.anchor] ?? ''
  return (row[column] ?? null) as Day | null
}

/** What a row's money is worth in the currency asked for. Null: it cannot be told. */
function rateOf(part: SumPart | GapPart, row: ReferenceRow, all: ReferenceRows, params: Params): number | null {
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
    if (part.type === 'until') return day < window.to && gapOf(row, gap.column) === null
    const days = part.days(params) + (part.type === 'beyond' ? 0 : daysBetween(window.from, day))
    const end = part.type === 'arrived' ? earlierDay(window.to, addDays(window.today, 1)) : window.to
    return within(day, window.from, end) && isBeyond(gapOf(row, gap.column), days)
  }).length
}

/** Day by day: entered, less left after the idle days, less churned; see {@link ExposurePart}. */
function exposureOver(
  part: ExposurePart,
  rows: readonly ReferenceRow[],
  window: ReferenceWindow,
  params: Params,
): number {
  const idle = part.days(params)
  const steps = rows.flatMap(row => {
    const day = row['day'] as Day
    if (row['kind'] === 'churn') {
      const gap = gapOf(row, 'previousGapDays')
      return gap !== null && gap <= idle + 1 ? [{ day, change: -1 }] : []
    }
    if (row['kind'] !== 'base') return []
    return [
      ...(isBeyond(gapOf(row, 'previousGapDays'), idle) ? [{ day, change: 1 }] : []),
      ...(isBeyond(gapOf(row, 'nextGapDays'), idle) ? [{ day: addDays(day, idle + 1), change: -1 }] : []),
    ]
  })
  const end = earlierDay(window.to, addDays(window.today, 1))
  if (part.of !== 'days') {
    const moment = part.of === 'start' ? window.from : laterDay(window.from, end)
    return steps.reduce((customers, step) => customers + (step.day < moment ? step.change : 0), 0)
  }
  return steps.reduce((days, step) => {
    const since = laterDay(step.day, window.from)
    return days + step.change * Math.max(0, daysBetween(since, end))
  }, 0)
}

/** One part over plain rows, by its words alone: what every road through the database must agree with. */
export function referencePart(part: Part, all: ReferenceRows, window: ReferenceWindow, params: Params): number {
  if (part.type === 'exposure') return exposureOver(part, all[part.fact] ?? [], window, params)
  return 'gap' in part ? gapsOver(part, all, window, params) : sumOver(part, all, window, params)
}

/** A metric over plain rows. */
export function reference(metric: Metric, rows: ReferenceRows, window: ReferenceWindow, params: Params) {
  const ripeEnd = metric.ripeAfterDays ? addDays(window.today, -metric.ripeAfterDays(params)) : window.to
  const ripe = { ...window, to: earlierDay(window.to, ripeEnd) }
  const parts: PartValues = Object.fromEntries(
    Object.entries(metric.parts).map(([name, part]) => [name, referencePart(part, rows, ripe, params)]),
  )
  const finalize = finalizeOver(metric, params, ripe)
  const value = finalize.value(parts, params)
  const [belonging = 0, counted = 0] = (metric.leftOut ?? []).map(name => parts[name])
  return {
    parts,
    value,
    n: nParts(metric, params).reduce((n, name) => n + (parts[name] ?? 0), 0),
    interval: value === null ? null : finalize.interval(parts, 0.95, params),
    leftOut: belonging - counted,
  }
}

/** The day on which an example is asked, where it says none. */
export const EXAMPLES_TODAY: Day = '2026-11-22'

/** What a metric makes of one of its examples. */
export function exampleAnswer(metric: Metric, { rows, period, today, params }: Example) {
  const window = { ...period, today: today ?? EXAMPLES_TODAY }
  return reference(metric, rows, window, { ...defaultParams(metric), ...params })
}

type Answered = Pick<ReturnType<typeof reference>, 'value' | 'n' | 'interval' | 'leftOut'>

/** What an example says otherwise than this answer, in words; empty when it holds. */
export function deviations(example: Example, answer: Answered): readonly string[] {
  const { value, n, interval = answer.interval, leftOut = answer.leftOut } = example
  const told: readonly [name: string, wanted: number | null | undefined, given: number | null | undefined][] = [
    ['value', value, answer.value],
    ['n', n, answer.n],
    ['leftOut', leftOut, answer.leftOut],
    ['interval.low', interval?.low, answer.interval?.low],
    ['interval.high', interval?.high, answer.interval?.high],
  ]
  return told.flatMap(([name, wanted, given]) => (isClose(wanted, given) ? [] : [`${name}: ${given}, not ${wanted}`]))
}

function isClose(wanted: number | null | undefined, given: number | null | undefined): boolean {
  if (wanted == null || given == null) return (wanted ?? null) === (given ?? null)
  return Math.abs(wanted - given) <= 1e-6 * Math.max(1, Math.abs(wanted))
}
