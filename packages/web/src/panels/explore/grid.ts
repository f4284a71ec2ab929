import type { HeatColumn, HeatRow, Square } from '../../charts/heat.tsx'
import type { Chosen } from '../../routes/scope.ts'
import type { Day } from '../../time/days.ts'
import type { Exploration } from './exploration.ts'
import { type Answered, type Figure, type Group, idOf, nameOf, onlyOf } from './rows.ts'

type Written = {
  figure: (figure: Figure) => string
  bucket: (start: Day, end: Day) => string
  minSample: number
}

/** One metric by two things: groups against groups, or groups against time. */
export type Grid = {
  rows: HeatRow[]
  columns: HeatColumn[]
  /** Whether there are groups besides these. */
  hasMore: boolean
  /** What leads to the records of a square. Null: what is left over cannot be asked for. */
  opens: (row: string, column: string) => { only: Chosen; at?: Day } | null
}

/** What a metric's answer to an exploration is as a heat map. */
export const gridOf = (metric: Answered, { groupBy, top }: Exploration, written: Written): Grid =>
  groupBy.length > 1 ? pairsOf(metric, top, written) : overTimeOf(metric, written)

function overTimeOf({ series }: Answered, written: Written): Grid {
  const buckets = series[0]?.points ?? []
  return {
    rows: series.map(({ keys, points }) => ({
      id: idOf(keys),
      label: nameOf(keys),
      beside: '',
      squares: points.map(({ start, partial, value }) => squareOf(start, value, partial, written)),
    })),
    columns: buckets.map(({ start, end }) => ({ id: start, label: written.bucket(start, end) })),
    hasMore: false,
    opens: (row, at) => {
      const only = onlyOf(series.find(({ keys }) => idOf(keys) === row)?.keys ?? [])
      return only && { only, at }
    },
  }
}

function pairsOf({ series }: Answered, top: number, written: Written): Grid {
  const pairs = series.flatMap(({ keys, total }) => {
    const [down, across] = keys
    return down && across && idOf(keys) !== 'other' ? [{ keys, total, down, across }] : []
  })
  const [rows, columns] = [largest(pairs, ({ down }) => down, top), largest(pairs, ({ across }) => across, top)]
  return {
    rows: rows.shown.map(({ id, label }) => ({
      id,
      label,
      beside: '',
      squares: pairs.flatMap(({ down, across, total }) =>
        keyOf(down) === id && columns.shown.some(column => column.id === keyOf(across))
          ? [squareOf(keyOf(across), total, false, written)]
          : [],
      ),
    })),
    columns: columns.shown,
    hasMore: rows.hasMore || columns.hasMore || pairs.length < series.length,
    opens: (row, column) => {
      const pair = pairs.find(({ down, across }) => keyOf(down) === row && keyOf(across) === column)
      const only = pair && onlyOf(pair.keys)
      return only ? { only } : null
    },
  }
}

type Key = Group['keys'][number]

const keyOf = ({ value }: Key): string => value ?? ''

/** The groups of one split that hold the most, each once. */
function largest<Pair extends { total: Figure }>(pairs: readonly Pair[], of: (pair: Pair) => Key, top: number) {
  const sizes = new Map<string, { id: string; label: string; n: number }>()
  for (const pair of pairs) {
    const [id, { label }] = [keyOf(of(pair)), of(pair)]
    sizes.set(id, { id, label, n: (sizes.get(id)?.n ?? 0) + (pair.total.n ?? 0) })
  }
  const sorted = [...sizes.values()].toSorted((one, other) => other.n - one.n)
  return { shown: sorted.slice(0, top).map(({ id, label }) => ({ id, label })), hasMore: sorted.length > top }
}

function squareOf(column: string, told: Figure, partial: boolean, { figure, minSample }: Written): Square {
  const { value, n, suppressed } = told
  const withheld = value === null && n === null && suppressed
  return {
    column,
    value,
    text: withheld ? `<${minSample}` : value === null ? '' : figure(told),
    partial,
    few: value !== null && n !== null && n < minSample,
    withheld,
  }
}
