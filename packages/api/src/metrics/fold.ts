import { type Day, daysBetween, earlierDay, fail, laterDay } from '@tweeluik/schema'
import type { ExposurePart } from '@tweeluik/schema/facts'
import { ANSWER_ROWS_MAX, type FigureRow } from './figures.queries.ts'
import type { Period } from './periods.ts'
import { addsUp, type FactPlan, readsFacts } from './plan.ts'
import { RAW_ROWS_MAX } from './raw.queries.ts'
import { isToldEach, type Term } from './terms.ts'
import { dayNumber, type Timeline } from './timeline.ts'

/** Which window a part is asked of, and whether of the whole or of one of its buckets. */
export interface Span extends Period {
  window: 0 | 1
  whole: boolean
}

/** One fact's figures of one group: every stretch added to those before it, so that any run of stretches is a difference. */
export class Stretches {
  private readonly upTo: readonly number[][]

  constructor(
    rows: readonly Pick<FigureRow, 'stretch' | 'sums'>[],
    { terms, width }: Pick<FactPlan, 'terms' | 'width'>,
    private readonly timeline: Timeline,
  ) {
    const length = timeline.bounds.length + 2
    this.upTo = Array.from({ length: width }, () => new Array<number>(length).fill(0))
    for (const { stretch, sums } of rows) {
      sums.forEach((sum, column) => {
        const cells = this.upTo[column]
        if (cells) cells[stretch + 1] = (cells[stretch + 1] ?? 0) + sum
      })
    }
    for (const { offset, width } of terms.filter(({ part }) => !isToldEach(part))) {
      for (const cells of this.upTo.slice(offset, offset + width)) {
        for (let at = 1; at < length; at += 1) cells[at] = (cells[at] ?? 0) + (cells[at - 1] ?? 0)
      }
    }
  }

  /** Everything on days before this one, which is a bound. */
  private before(column: number, day: Day): number {
    const stretch = (this.timeline.indexOf.get(day) ?? 0) + 1
    return this.upTo[column]?.[stretch] ?? 0
  }

  private between(column: number, { from, to }: Period): number {
    return this.before(column, to) - this.before(column, from)
  }

  /** What a part of this fact is over a bucket or a whole window. */
  part({ part, offset }: Term, span: Span): number {
    switch (part.type) {
      case 'until':
        return this.before(offset, span.to)
      case 'latest':
      case 'spending':
      case 'people':
        return this.upTo[offset + slotOf(span)]?.[(this.timeline.indexOf.get(span.from) ?? 0) + 2] ?? 0
      case 'distinct':
      case 'returned':
      case 'resurrected':
        return this.between(offset + slotOf(span), span)
      case 'exposure':
        return this.exposure(part.of, offset, span)
      default:
        return this.between(offset, span)
    }
  }

  /** Of the base; nothing of it is counted after today. */
  private exposure(of: ExposurePart['of'], offset: number, span: Span): number {
    if (of === 'start') return this.before(offset, span.from)
    if (of === 'days') return this.daysInBase(offset, span)
    return this.between(of === 'lost' ? offset + slotOf(span) : offset, this.upToToday(span))
  }

  private upToToday({ from, to }: Period): Period {
    return { from, to: laterDay(from, earlierDay(to, this.timeline.tomorrow)) }
  }

  /** Whoever is in at the beginning for all days, and every change for the days from its own on. */
  private daysInBase(offset: number, { from, to }: Period): number {
    const { to: end } = this.upToToday({ from, to })
    const change = this.between(offset, { from, to: end })
    const moments = this.between(offset + 1, { from, to: end })
    return this.before(offset, from) * daysBetween(from, end) + change * dayNumber(this.timeline, end) - moments
  }
}

const slotOf = ({ window, whole }: Span) => window * 2 + (whole ? 1 : 0)

export type GroupKey = string
/** A group by its values, in the order of `groupBy`. */
export const groupKey = (keys: readonly (string | null)[]): GroupKey => JSON.stringify(keys)

/** One fact's answer: the whole, and its rows by group. */
export interface FactFigures {
  plan: FactPlan
  whole: Stretches
  groups: ReadonlyMap<GroupKey, readonly FigureRow[]>
  rowsRead: number
}

/** @throws a problem when the database gave up, since there was too much to read or to answer. */
export function foldFigures(rows: readonly FigureRow[], plan: FactPlan, timeline: Timeline): FactFigures {
  const rowsRead = rows.reduce((sum, row) => sum + row.rows, 0)
  if (readsFacts(plan) && rowsRead > RAW_ROWS_MAX) refuseTooMuch(`More than ${RAW_ROWS_MAX} records would be read`)
  if (rows.length > ANSWER_ROWS_MAX) refuseTooMuch(`The answer has more than ${ANSWER_ROWS_MAX} cells`)
  return {
    plan,
    whole: new Stretches(rows.filter(isOfWhole(plan)), plan, timeline),
    groups: plan.question.groupBy.length > 0 ? Map.groupBy(rows.filter(isOfGroup(plan)), groupOfRow) : new Map(),
    rowsRead,
  }
}

const groupOfRow = ({ keys }: FigureRow) => groupKey(keys)

/** Where groups do not add up, the whole has rows of its own, without keys. */
const isOfWhole =
  (plan: FactPlan) =>
  ({ keys }: FigureRow) =>
    addsUp(plan) || keys.length === 0

const isOfGroup =
  (plan: FactPlan) =>
  ({ keys }: FigureRow) =>
    addsUp(plan) || keys.length > 0

/** @throws QUESTION_TOO_HEAVY */
export function refuseTooMuch(message: string): never {
  return fail('QUESTION_TOO_HEAVY', '', message, 'Ask a shorter period, a coarser grain or fewer dimensions')
}
