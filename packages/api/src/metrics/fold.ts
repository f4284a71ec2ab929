import { type Day, daysBetween, earlierDay, fail, laterDay } from '@tweeluik/schema'
import { ANSWER_ROWS_MAX, type FigureRow } from './figures.queries.ts'
import type { Period } from './periods.ts'
import type { FactPlan } from './plan.ts'
import { RAW_ROWS_MAX } from './raw.queries.ts'
import type { Term } from './terms.ts'
import { dayNumber, type Timeline } from './timeline.ts'

/** Which window a part is asked of, and whether of the whole or of one of its buckets. */
export interface Span extends Period {
  window: 0 | 1
  whole: boolean
}

/** One fact's figures of one group: every stretch added to those before it, so that any run of stretches is a difference. */
export class Stretches {
  readonly #upTo: readonly Float64Array[]

  constructor(
    rows: readonly Pick<FigureRow, 'stretch' | 'sums'>[],
    { width }: Pick<FactPlan, 'width'>,
    private readonly timeline: Timeline,
  ) {
    const length = timeline.bounds.length + 2
    this.#upTo = Array.from({ length: width }, () => new Float64Array(length))
    for (const { stretch, sums } of rows) {
      sums.forEach((sum, column) => {
        const cells = this.#upTo[column]
        if (cells) cells[stretch + 1] = (cells[stretch + 1] ?? 0) + sum
      })
    }
    for (const cells of this.#upTo)
      for (let at = 1; at < length; at += 1) cells[at] = (cells[at] ?? 0) + (cells[at - 1] ?? 0)
  }

  /** Everything on days before this one, which is a bound. */
  #before(column: number, day: Day): number {
    const stretch = (this.timeline.indexOf.get(day) ?? 0) + 1
    return this.#upTo[column]?.[stretch] ?? 0
  }

  #between(column: number, { from, to }: Period): number {
    return this.#before(column, to) - this.#before(column, from)
  }

  /** What a part of this fact is over a bucket or a whole window. */
  part({ part, offset }: Term, span: Span): number {
    switch (part.type) {
      case 'until':
        return this.#before(offset, span.to)
      case 'distinct':
      case 'arrived': {
        const column = offset + span.window * 2 + (span.whole ? 1 : 0)
        return this.#between(column, part.type === 'arrived' ? this.#upToToday(span) : span)
      }
      case 'exposure':
        return part.of === 'days' ? this.#exposure(offset, span) : this.#customersAt(part.of, offset, span)
      default:
        return this.#between(offset, span)
    }
  }

  /** Every change before the first day, or before the day after the last; of a window that still runs, up to today. */
  #customersAt(moment: 'start' | 'end', offset: number, span: Period): number {
    return this.#before(offset, moment === 'start' ? span.from : this.#upToToday(span).to)
  }

  #upToToday({ from, to }: Period): Period {
    return { from, to: laterDay(from, earlierDay(to, this.timeline.tomorrow)) }
  }

  /** Whoever is in at the beginning for all days, and every change for the days from its own on; none after today. */
  #exposure(offset: number, { from, to }: Period): number {
    const { to: end } = this.#upToToday({ from, to })
    const change = this.#between(offset, { from, to: end })
    const moments = this.#between(offset + 1, { from, to: end })
    return this.#before(offset, from) * daysBetween(from, end) + change * dayNumber(this.timeline, end) - moments
  }
}

export type GroupKey = string
const groupKey = (keys: readonly (string | null)[]): GroupKey => JSON.stringify(keys)

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
  if (!plan.set && rowsRead > RAW_ROWS_MAX) tooMuch(`More than ${RAW_ROWS_MAX} records would be read`)
  if (rows.length > ANSWER_ROWS_MAX) tooMuch(`The answer has more than ${ANSWER_ROWS_MAX} cells`)
  const { scope, question } = plan
  const ofWhole = scope ? rows.filter(({ keys }) => keys[0] === scope.whole) : rows
  const ofGroups = scope ? rows.filter(({ keys }) => scope.brands.includes(keys[0] ?? '')) : rows
  return {
    plan,
    whole: new Stretches(ofWhole, plan, timeline),
    groups: question.groupBy.length > 0 ? Map.groupBy(ofGroups, ({ keys }) => groupKey(keys)) : new Map(),
    rowsRead,
  }
}

function tooMuch(message: string): never {
  return fail('QUESTION_TOO_HEAVY', '', message, 'Ask a shorter period, a coarser grain or fewer dimensions')
}
