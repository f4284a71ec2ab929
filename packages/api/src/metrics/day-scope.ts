import { type Dimension, facts, type Part } from '@tweeluik/schema/facts'
import type { Viewer } from '../security/roles.ts'
import { conjuncts, dimensionsOf, type Filter, prospects, type Term } from './filter.ts'
import type { Question } from './question.ts'

/** The brand of cells that hold what counting each brand for itself counts too often. */
export const ALL_BRANDS = '*'

/** Whose days a question takes together, and which cells tell of them. */
export interface DayScope {
  brands: readonly string[]
  /** Null: none; the days themselves must be read. */
  cells: ScopeCells | null
}

export interface ScopeCells {
  /** All cells of these brands come to the days of the scope taken together. */
  brands: readonly string[]
  whole: CellSet
  groups: CellSet
}

/** Cells of one dimension set: of all its values, or of the one that the filter leaves. */
export interface CellSet {
  set: readonly Dimension[]
  value?: string | null
}

/** Brands of which some day may meet the filter: only these are taken together. */
export function scopeBrands(filter: Filter, viewer: Viewer): string[] {
  const own = viewer.brands.filter(brand => brand !== ALL_BRANDS)
  return own.filter(brand => prospects(filter, dimension => (dimension === 'BRAND' ? brand : undefined)).may)
}

export function dayScopeOf({ filter, groupBy }: Pick<Question, 'filter' | 'groupBy'>, viewer: Viewer): DayScope {
  const brands = scopeBrands(filter, viewer)
  const ofCells = cellBrands(brands, viewer)
  const whole = wholeCells(filter)
  const groups = whole && groupCells(whole, groupBy)
  return { brands, cells: ofCells && whole && groups ? { brands: ofCells, whole, groups } : null }
}

/** Null for several brands that are not all: what is counted too often over these is in no cell. */
function cellBrands(brands: readonly string[], viewer: Viewer): readonly string[] | null {
  const own = viewer.brands.filter(brand => brand !== ALL_BRANDS)
  if (viewer.seesAllBrands && brands.length === own.length) return [...brands, ALL_BRANDS]
  return brands.length <= 1 ? brands : null
}

/** What the filter leaves: everything, or one value of one dimension. Null: anything else. */
function wholeCells(filter: Filter): CellSet | null {
  const terms = conjuncts(filter).filter(part => [...dimensionsOf(part)].some(dimension => dimension !== 'BRAND'))
  const [term, ...others] = terms
  if (!term) return { set: [] }
  const value = others.length === 0 && 'dimension' in term ? onlyValue(term) : undefined
  return value === undefined || !('dimension' in term) ? null : { set: setOf(term.dimension), value }
}

function onlyValue({ operator, operand }: Term): string | null | undefined {
  if (operator === 'isNull') return operand === true ? null : undefined
  return operator === 'eq' ? String(operand) : undefined
}

const setOf = (dimension: Dimension) =>
  facts.customer_day.spec.sets.find(set => set.length === 1 && set[0] === dimension) ?? []

function groupCells(whole: CellSet, groupBy: readonly Dimension[]): CellSet | null {
  const [dimension, ...others] = groupBy.filter(one => one !== 'BRAND')
  if (!dimension) return whole
  if (others.length > 0) return null
  if (whole.set.length === 0) return { set: setOf(dimension) }
  return whole.set.includes(dimension) ? whole : null
}

const BASE_GAPS = ['order', 'base', 'baseNext', 'churn', 'moved']

/** The gaps that a part is told by. */
export const gapsOfDayPart = (part: Part): string[] =>
  part.type === 'exposure' ? BASE_GAPS : 'gap' in part ? [part.gap] : []
