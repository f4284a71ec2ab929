import { fail } from '@tweeluik/schema'
import { type Dimension, dimensions } from '@tweeluik/schema/facts'
import { idInColumn } from './dimension-values.ts'

const TERMS_MAX = 100
const DEPTH_MAX = 10
const VALUES_MAX = 1000
const TEXT_MAX = 200

/** How a filter is sent: a field per dimension, and how conditions combine. */
export interface WhereInput {
  readonly [field: string]: StringConditions | WhereInput | readonly WhereInput[] | null | undefined
}
export interface StringConditions {
  readonly [operator: string]: string | readonly string[] | boolean | null | undefined
}

/** Whether one dimension's value meets one condition. A value that is not set meets only `isNull: true`. */
export interface Term {
  dimension: Dimension
  operator: 'eq' | 'in' | 'not' | 'lt' | 'lte' | 'gt' | 'gte' | 'startsWith' | 'isNull'
  operand: string | readonly string[] | boolean
}

export interface AllOf {
  all: readonly Filter[]
}
export type Filter = AllOf | { any: readonly Filter[] } | { not: Filter } | Term

/** `LIFECYCLE_STAGE` is asked as `lifecycleStage`. */
export const fieldOf = (dimension: Dimension) =>
  dimension.toLowerCase().replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())

const dimensionByField = new Map<string, Dimension>(dimensions.map(dimension => [fieldOf(dimension), dimension]))

/** @throws a problem when the filter is too large or holds a value that no text column can hold. */
export function readFilter(where: WhereInput | null | undefined): AllOf {
  const left = { terms: TERMS_MAX }
  return where ? readAll(where, 'where', DEPTH_MAX, left) : { all: [] }
}

function readAll(where: WhereInput, path: string, depth: number, left: { terms: number }): AllOf {
  if (depth === 0) fail('FILTER_TOO_DEEP', path, `A filter nests at most ${DEPTH_MAX} deep`, 'Write it flatter')
  const all = Object.entries(where).flatMap(([field, condition]): Filter[] => {
    if (condition == null) return []
    const below = (part: unknown, place: string) => readAll(part as WhereInput, place, depth - 1, left)
    const list = () => (condition as WhereInput[]).map((part, index) => below(part, `${path}.${field}.${index}`))
    if (field === 'and') return list()
    if (field === 'or') return [{ any: list() }]
    if (field === 'not') return [{ not: below(condition, `${path}.not`) }]
    const dimension = dimensionByField.get(field)
    return dimension ? readTerms(dimension, condition as StringConditions, `${path}.${field}`, left) : []
  })
  return { all }
}

function readTerms(dimension: Dimension, conditions: StringConditions, path: string, left: { terms: number }): Term[] {
  return Object.entries(conditions).flatMap(([operator, operand]) => {
    const place = `${path}.${operator}`
    if (operand === undefined) return []
    if (operand === null) {
      fail('NULL_COMPARED', place, 'Nothing compares with null', 'Use isNull, or leave the operator out')
    }
    left.terms -= 1
    if (left.terms < 0) {
      fail('FILTER_TOO_LARGE', path, `A filter holds at most ${TERMS_MAX} conditions`, 'Use `in` for many values')
    }
    const read = (value: string) => idInColumn(dimension, text(value, place), place)
    const term = (read: Term['operand']): Term[] => [
      { dimension, operator: operator as Term['operator'], operand: read },
    ]
    if (typeof operand === 'boolean') return term(operand)
    if (typeof operand === 'string') return term(read(operand))
    if (operand.length > VALUES_MAX) {
      fail('FILTER_TOO_LARGE', place, `\`in\` takes at most ${VALUES_MAX} values`, 'Ask in parts')
    }
    return term(operand.map(read))
  })
}

function text(value: string, path: string): string {
  if (value.length > TEXT_MAX || value.includes('\0') || !value.isWellFormed()) {
    fail(
      'INVALID_TEXT',
      path,
      `Is longer than ${TEXT_MAX} characters or no valid text`,
      'Send the value as it was given',
    )
  }
  return value
}

/** Every dimension that the filter looks at. */
export function dimensionsOf(filter: Filter): Set<Dimension> {
  if ('all' in filter) return new Set(filter.all.flatMap(part => [...dimensionsOf(part)]))
  if ('any' in filter) return new Set(filter.any.flatMap(part => [...dimensionsOf(part)]))
  return 'not' in filter ? dimensionsOf(filter.not) : new Set([filter.dimension])
}

/** Conditions that must all hold, each by itself. */
export const conjuncts = (filter: Filter): Filter[] => ('all' in filter ? filter.all.flatMap(conjuncts) : [filter])

/** The value that a filter leaves of a dimension by a condition of its own. Null: it leaves more, or says it otherwise. */
export function onlyValueOf(filter: Filter, dimension: Dimension): string | null {
  if ('all' in filter) {
    return filter.all.reduce<string | null>((found, part) => found ?? onlyValueOf(part, dimension), null)
  }
  const isOnly = 'dimension' in filter && filter.dimension === dimension && filter.operator === 'eq'
  return isOnly ? String(filter.operand) : null
}

/** What a filter asks of these dimensions alone; a condition that others have a part in is left out whole. */
export function askedOf(filter: AllOf, known: readonly Dimension[]): AllOf {
  const isKnown = (dimension: Dimension) => known.includes(dimension)
  return { all: conjuncts(filter).filter(part => [...dimensionsOf(part)].every(isKnown)) }
}

/** Whether a record with these values meets the filter: the same meaning that `filterSql` has in the database. */
export function holds(filter: Filter, valueIn: (dimension: Dimension) => string | null): boolean {
  if ('all' in filter) return filter.all.every(part => holds(part, valueIn))
  if ('any' in filter) return filter.any.some(part => holds(part, valueIn))
  if ('not' in filter) return !holds(filter.not, valueIn)
  return meets(valueIn(filter.dimension), filter)
}

/** What may come of a filter where some values are not known (undefined): whether it may hold, and whether it may not. */
export function prospects(
  filter: Filter,
  valueIn: (dimension: Dimension) => string | null | undefined,
): { may: boolean; mayNot: boolean } {
  const of = (part: Filter) => prospects(part, valueIn)
  if ('all' in filter) {
    return { may: filter.all.every(part => of(part).may), mayNot: filter.all.some(part => of(part).mayNot) }
  }
  if ('any' in filter) {
    return { may: filter.any.some(part => of(part).may), mayNot: filter.any.every(part => of(part).mayNot) }
  }
  if ('not' in filter) return { may: of(filter.not).mayNot, mayNot: of(filter.not).may }
  const value = valueIn(filter.dimension)
  if (value === undefined) return { may: true, mayNot: true }
  const met = meets(value, filter)
  return { may: met, mayNot: !met }
}

/** Texts compare by their code points, as the database does under the collation "C". */
const comparePoints = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right))

function meets(value: string | null, { operator, operand }: Term): boolean {
  if (operator === 'isNull') return (value === null) === operand
  if (value === null) return false
  if (operator === 'in') return (operand as readonly string[]).includes(value)
  const other = operand as string
  switch (operator) {
    case 'eq':
      return value === other
    case 'not':
      return value !== other
    case 'startsWith':
      return value.startsWith(other)
    case 'lt':
      return comparePoints(value, other) < 0
    case 'lte':
      return comparePoints(value, other) <= 0
    case 'gt':
      return comparePoints(value, other) > 0
    case 'gte':
      return comparePoints(value, other) >= 0
  }
}

/** The records that have these values, in this order of dimensions; null is 'not set'. */
export function filterOfKeys(groupBy: readonly Dimension[], keys: readonly (string | null)[]): Filter {
  return {
    all: groupBy.map((dimension, index): Term => {
      const value = keys[index] ?? null
      return value === null
        ? { dimension, operator: 'isNull', operand: true }
        : { dimension, operator: 'eq', operand: value }
    }),
  }
}
