import type { RecordName } from '../records/kinds.ts'
import type { Where } from './where.ts'

export const dimensions = [
  'BRAND',
  'CHANNEL',
  'TOPIC',
  'TRIGGER',
  'DEPARTMENT',
  'TEAM',
  'SEGMENT',
  'COUNTRY',
  'LIFECYCLE_STAGE',
  'JOURNEY_MAP',
  'STAGE',
  'TOUCHPOINT',
  'CONTACTED',
  'SLA_POLICY',
] as const
export type Dimension = (typeof dimensions)[number]

/** Dimensions that no fact holds: what the record in another one says of it when the question is asked. */
export const lookedUp: Partial<Record<Dimension, { by: Dimension; table: string; column: string }>> = {
  DEPARTMENT: { by: 'TRIGGER', table: 'triggers', column: 'department' },
}

/** The dimension whose values must be at hand to tell this one. */
export const storedDimension = (dimension: Dimension): Dimension => lookedUp[dimension]?.by ?? dimension

export type Params = Readonly<Record<string, number | string | null>>
/** Conditions that may hang on the question's parameters. */
export type WhereOf<Row> = Where<Row> | ((params: Params) => Where<Row>)

interface InFact {
  fact: string
  anchor: string
}

/** A part that is a plain sum over records, stored in `rollup.sums`. */
export interface SumPart extends InFact {
  type: 'count' | 'sum' | 'squares'
  /** Null for a count. */
  column: string | null
  where: WhereOf<object>
  /** Only of records in the question's currency; the column, if any, is money. */
  money: boolean
}

/** A part read from gaps, stored in `rollup_gaps`. */
export interface GapPart extends InFact {
  /**
   * beyond: records whose gap is more than `days` (no gap counts).
   * distinct: records whose gap reaches back before the window: each customer or record of the window once.
   * returned: of those the ones whose gap is at most `days`. resurrected: the ones whose gap is longer.
   * until: of all time up to the end of the bucket, records without such a gap: customers with so many days by then.
   */
  type: 'beyond' | 'distinct' | 'returned' | 'resurrected' | 'until'
  gap: string
  days: (params: Params) => number
  money: boolean
}

/**
 * Of the base: days that customers were in it, how many were in it before the first day of the window (start), how many
 * of these were lost by its end, or how often one left. Nothing has been lost after today.
 */
export interface ExposurePart extends InFact {
  type: 'exposure'
  of: 'days' | 'start' | 'lost' | 'left'
  days: (params: Params) => number
}

/**
 * A column of the last row up to the end of the window; of a list its elements, each as heavy as `weights` says; of a
 * word which of `words` it is, from 1, and 0 where it is none.
 */
export interface LatestPart extends InFact {
  type: 'latest'
  column: string
  weights: ((params: Params) => readonly number[]) | null
  words: readonly string[] | null
  /** Of money of the organisation's: worth what the rate of the row's day says (times), or 0 where none does (where). */
  rate: 'times' | 'where' | null
}

/**
 * What a customer spent, net of refunds. before: in as long a time just before the window; now: in the window; kept: the
 * lesser of both. year: in the year that ends with the window; share: the same of a group, and where nothing is
 * grouped that of the tenth of customers who spent most.
 */
export type Spent = 'before' | 'now' | 'kept' | 'year' | 'share'

/** Over customers who spent something `before`, or in the `year`, the sum of a product of amounts; of none, their number. */
export interface SpendingPart extends InFact {
  type: 'spending'
  among: 'before' | 'year'
  of: readonly Spent[]
  /** Of all groups together, in each of them. */
  ofWhole: boolean
  money: true
}

/** How many different known customers there are. */
export interface PeoplePart extends InFact {
  type: 'people'
}

export type Part = SumPart | GapPart | ExposurePart | LatestPart | SpendingPart | PeoplePart

/**
 * Values of which more than the mean is told: how many lie in each bucket, stored in `rollup_sketches`.
 * sketch: durations in whole seconds, each within 1 %. histogram: whole numbers of a bounded scale, exactly.
 */
export interface ValuesPart extends InFact {
  type: 'sketch' | 'histogram'
  column: string
  where: Where<object>
  /** How many stored units are one of what is told: 100 for hundredths. */
  unit: number
}

/** The longest period that may be asked. */
export const PERIOD_YEARS_MAX = 20
/** No question looks back further than from the end of its period to its beginning. */
export const LOOK_BACK_DAYS_MAX = PERIOD_YEARS_MAX * 366

/** A column that holds a gap in days (null: none), and which records it is kept for. */
export interface Gap<Row> {
  column: keyof Row & string
  anchor: string
  where: Where<Row>
  /** No question looks further back: longer gaps are kept as a day more than this, so that no cell grows without end. */
  max?: number
  /**
   * Few records have such a gap: only those are kept, and how many have none is told by how many records there are. A
   * gap of no day counts as one.
   */
  rare?: true
}

export interface FactSpec<Row, Anchor extends string, GapName extends string> {
  name: string
  /** The table its rows stand in. */
  table: string
  /** The record a row opens into, the column of its id, and what tells several rows of one record apart. Null: a row is of no single record. */
  record: { kind: RecordName; idColumn: string; apartBy?: readonly (keyof Row & string)[] } | null
  /** On which day a part falls: anchor to day column; a row whose day is null has no such moment. */
  anchors: Record<Anchor, keyof Row & string>
  /** The moments on those days, which a row may lack; an anchor without one is known by its day alone. */
  moments: Partial<Record<Anchor, keyof Row & string>>
  dimensions: Partial<Record<Dimension, keyof Row & string>>
  /** Dimension sets with a rollup; brand is always in them. */
  sets: readonly (readonly Dimension[])[]
  /** The column of the currency its money is in. */
  currency: (keyof Row & string) | null
  gaps: Record<GapName, Gap<Row>>
  /** Its rows are kept nowhere: a statement tells them from others when they are asked. */
  derived?: true
  /** Buckets and groups of it do not add up: each is told by itself. */
  toldEach?: true
  /**
   * Customers are counted once over brands that are asked together: cells of brand `*` hold what counting each brand for
   * itself counts too often.
   */
  perBrandAndAll: boolean
}

const none = () => 0
/** More days than any gap has. */
const EVER_DAYS = 2_000_000_000

/** A kind of countable row: its moments, dimensions and rollup; its methods are all the parts that a metric may ask. */
export class Fact<Row, Anchor extends string = string, GapName extends string = string> {
  constructor(readonly spec: FactSpec<Row, Anchor, GapName>) {}

  /** What it can be grouped and filtered by. */
  get dimensions(): readonly Dimension[] {
    return dimensions.filter(dimension => Object.hasOwn(this.spec.dimensions, storedDimension(dimension)))
  }

  private at(anchor: string): InFact {
    return { fact: this.spec.name, anchor }
  }

  /** Money columns are named by their unit, 1/10,000; where there is no currency that is a share. */
  private isMoney(column: string): boolean {
    return this.spec.currency !== null && column.endsWith('E4')
  }

  /** How many records. */
  count(anchor: Anchor, where: WhereOf<Row> = {}, { money = false } = {}): SumPart {
    return { ...this.at(anchor), type: 'count', column: null, where: where as WhereOf<object>, money }
  }

  /** The sum of a whole-number column; null adds nothing. */
  sum(anchor: Anchor, column: keyof Row & string, where: WhereOf<Row> = {}): SumPart {
    return { ...this.at(anchor), type: 'sum', column, where: where as WhereOf<object>, money: this.isMoney(column) }
  }

  /** The sum of squares; of money in hundredths of the squared major unit, so that no cell overflows. */
  squares(anchor: Anchor, column: keyof Row & string, where: WhereOf<Row> = {}): SumPart {
    return { ...this.at(anchor), type: 'squares', column, where: where as WhereOf<object>, money: this.isMoney(column) }
  }

  /** Durations in whole seconds; null is none. */
  sketch(anchor: Anchor, column: keyof Row & string, where: Where<Row> = {}): ValuesPart {
    return { ...this.at(anchor), type: 'sketch', column, where: where as Where<object>, unit: 1 }
  }

  /** Scores in hundredths, on a bounded scale; null is none. */
  histogram(anchor: Anchor, column: keyof Row & `${string}E2`, where: Where<Row> = {}): ValuesPart {
    return { ...this.at(anchor), type: 'histogram', column, where: where as Where<object>, unit: 100 }
  }

  /** How many records have a gap of more than `days` days; those without a gap count. */
  beyond(gap: GapName, days: (params: Params) => number): GapPart {
    return { ...this.at(this.spec.gaps[gap].anchor), type: 'beyond', gap, days, money: false }
  }

  /** How many records have no such gap: nothing went before. */
  first(gap: GapName): GapPart {
    return this.beyond(gap, () => EVER_DAYS)
  }

  /** How many distinct ones the window holds: those whose gap reaches back before it. */
  distinct(gap: GapName, { money = false } = {}): GapPart {
    return { ...this.at(this.spec.gaps[gap].anchor), type: 'distinct', gap, days: none, money }
  }

  /** A column of the last row up to the end of the bucket. */
  latest(
    anchor: Anchor,
    column: keyof Row & string,
    { weights = null, rate = null }: Partial<Pick<LatestPart, 'weights' | 'rate'>> = {},
  ): LatestPart {
    return { ...this.at(anchor), type: 'latest', column, weights, words: null, rate }
  }

  /** Which word stands in a column of the last row up to the end of the bucket. */
  latestWord(anchor: Anchor, column: keyof Row & string, words: readonly string[]): LatestPart {
    return { ...this.at(anchor), type: 'latest', column, weights: null, words, rate: null }
  }

  /** How many of them had last been there at most so many days before they came. */
  returned(gap: GapName, days: GapPart['days']): GapPart {
    return { ...this.at(this.spec.gaps[gap].anchor), type: 'returned', gap, days, money: false }
  }

  /** How many of them had last been there longer before. */
  resurrected(gap: GapName, days: GapPart['days']): GapPart {
    return { ...this.at(this.spec.gaps[gap].anchor), type: 'resurrected', gap, days, money: false }
  }

  /** How many, of all time up to the end of the bucket, have no such gap. */
  until(gap: GapName): GapPart {
    return { ...this.at(this.spec.gaps[gap].anchor), type: 'until', gap, days: none, money: false }
  }
}

/** How many records there are that may have a gap: what rare gaps are taken from. */
export const allOfGap = (
  fact: string,
  { anchor, where }: Pick<Gap<Record<string, unknown>>, 'anchor' | 'where'>,
): SumPart => ({
  type: 'count',
  fact,
  anchor,
  column: null,
  where: where as WhereOf<object>,
  money: false,
})

/** How many of those have a gap of at most so many days: it tells a window that is often asked without the cells of gaps. */
export const withinGap = (
  fact: string,
  { column, ...gap }: Pick<Gap<Record<string, unknown>>, 'column' | 'anchor' | 'where'>,
  days: number,
): SumPart => ({ ...allOfGap(fact, gap), where: { ...gap.where, [column]: { lte: days } } as WhereOf<object> })

const sorted = (_key: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value

/** The name under which a part is stored; equal parts of different metrics share it. Conditions are taken under `params`. */
export function partKey(part: Part, params: Params): string {
  if (part.type === 'exposure') return `exposure ${part.of}`
  if (part.type === 'latest') return `latest(${part.column} ${part.rate}) ${part.weights?.(params).join(',') ?? ''}`
  if (part.type === 'spending') return `spending(${part.among}${part.ofWhole ? ' of whole' : ''}) ${part.of.join(',')}`
  if (part.type === 'people') return part.type
  if ('gap' in part) return part.gap
  const of = `${part.anchor}${part.column ? `.${part.column}` : ''}${part.money ? ' money' : ''}`
  return `${part.type}(${of})${conditionsText(conditionsOf(part, params))}`
}

/** The name under which values are stored. */
export const valuesKey = ({ type, anchor, column, where }: ValuesPart): string =>
  `${type}(${anchor}.${column})${conditionsText(where)}`

/** `{CHANNEL,TEAM}`: the name by which a dimension set is known beside the parts of its fact. */
export const setName = (set: readonly Dimension[]): string => `{${set.join(',')}}`

/** All that decides what is kept of a gap: when it changes, what was kept tells nothing any more. */
export const gapDefinition = ({ column, anchor, where, max, rare }: Gap<Record<string, unknown>>): string =>
  `${anchor}.${column}${max === undefined ? '' : ` to ${max}`}${rare ? ' rare' : ''}${conditionsText(where)}`

const conditionsText = (where: Where<object>) =>
  Object.keys(where).length === 0 ? '' : ` ${JSON.stringify(where, sorted)}`

/** A sum part's conditions under these parameters. */
export function conditionsOf(part: SumPart, params: Params): Where<object> {
  return typeof part.where === 'function' ? part.where(params) : part.where
}

/** A fact over the rows of one table; its anchors and gaps are then known by name. */
export const factOver =
  <Row>() =>
  <Anchor extends string, GapName extends string = never>(spec: FactSpec<Row, Anchor, GapName>) =>
    new Fact<Row, Anchor, GapName>(spec)
