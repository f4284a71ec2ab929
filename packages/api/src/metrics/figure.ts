import { addDays, type Day, earlierDay } from '@tweeluik/schema'
import {
  type CohortAsked,
  type Counts,
  differenceInterval,
  finalizeOver,
  type Interval,
  leftOutOf,
  nParts,
  type PartValues,
} from '@tweeluik/schema/metrics'
import type { Filter } from './filter.ts'
import type { Period } from './periods.ts'
import type { Asked } from './question.ts'

/** Everything by which a figure's records are found again. */
export interface Opening {
  asked: Asked
  period: Period
  filter: Filter
  /** The day of the question: a period that holds it still runs. */
  today: Day
  /** Of a cell of a cohort table: in which interval of its members' lives. */
  cohort?: CohortAsked
}

/** One metric over one span and group. */
export interface Figure extends Opening {
  parts: PartValues
  /** In the metric's unit; null: nothing to divide by. */
  value: number | null
  /** How many records it stands on. */
  n: number
  /** Records that belong but could not be counted. */
  leftOut: number
  /** n is under the metric's `minSample`. */
  suppressed: boolean
  /** Not for who asks: too few people stand behind it, or behind a neighbour that it would give away. */
  withheld: boolean
  compared: ComparedFigure | null
  /** How its values lie, for percentiles. Null: it has none, or nobody asks. */
  counts: (() => Counts) | null
}

export interface ComparedFigure {
  period: Period
  /** Null: the other period has no such bucket. */
  figure: Figure | null
}

export interface Span {
  period: Period
  filter: Filter
  today: Day
  compared: ComparedFigure | null
  counts: Figure['counts']
}

export function figureOf(asked: Asked, parts: PartValues, span: Span): Figure {
  const { period, filter, today, compared, counts } = span
  const { metric, params } = asked
  const amount = (name: string) => parts[name] ?? 0
  const n = nParts(metric, params).reduce((sum, name) => sum + amount(name), 0)
  return {
    asked,
    period,
    filter,
    today,
    parts,
    value: finalizeOver(metric, params, period).value(parts, params),
    n,
    leftOut: leftOutOf(metric, parts, params),
    suppressed: n < metric.minSample,
    withheld: false,
    compared,
    counts,
  }
}

/** The days of a period that count for a metric which waits until they are ripe. */
export function ripePart({ from, to }: Period, { metric, params }: Asked, today: Day): Period {
  return metric.ripeAfterDays
    ? { from, to: earlierDay(to, addDays(today, -metric.ripeAfterDays(params))) }
    : { from, to }
}

/** Null: nothing to divide by, or a single record. */
export function intervalOf({ asked: { metric, params }, parts, value }: Figure, level: number): Interval | null {
  return value === null ? null : metric.finalize.interval(parts, level, params)
}

/** How one figure differs from another, in the metric's unit. */
export interface Difference {
  difference: number | null
  /** Now over before; null where before is 0. */
  ratio: number | null
  interval: Interval | null
  /** Whether the interval of the difference leaves out 0. */
  significant: boolean | null
}

const NONE: Difference = { difference: null, ratio: null, interval: null, significant: null }

export function differenceOf(now: Figure, before: Figure | null, level = 0.95): Difference {
  if (!before || now.withheld || before.withheld || now.value === null || before.value === null) return NONE
  const [nowInterval, beforeInterval] = [intervalOf(now, level), intervalOf(before, level)]
  const interval =
    nowInterval && beforeInterval
      ? differenceInterval(
          { value: now.value, interval: nowInterval },
          { value: before.value, interval: beforeInterval },
        )
      : null
  return {
    difference: now.value - before.value,
    ratio: before.value === 0 ? null : now.value / before.value,
    interval,
    significant: interval ? interval.low > 0 || interval.high < 0 : null,
  }
}
