import { type CardKey, cardKeys } from '../findings/metric.ts'
import { addDays, type Day, daysBetween, isDay } from '../time/days.ts'
import {
  type ComparedWith,
  type Grain,
  longestPeriodDays,
  type Period,
  type Preset,
  periodOf,
  presets,
} from '../time/periods.ts'

/** What may stand in the address of the Overview, as text. Only what differs from the default is written. */
export type OverviewSearch = {
  period?: string
  from?: string
  to?: string
  grain?: string
  against?: string
  definition?: string
  records?: string
  at?: string
  pairs?: string
}

/** What the Overview shows. `period` is a preset by name, or days chosen by the reader. `grain` null: as it reads best. */
export type View = {
  period: Preset | Period
  grain: Grain | null
  against: ComparedWith
  definition: CardKey | null
  records: { key: CardKey; at: Day | null } | null
  /** Which pairs are drawn. Null: the first four. */
  pairs: 'all' | null
}

export const usualView: View = {
  period: 'last-12-months',
  grain: null,
  against: 'year',
  definition: null,
  records: null,
  pairs: null,
}

const grains: Grain[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']

/** Reads an address. Each part that cannot be read falls back to its default and is named in `broken`. */
export function readAddress(search: OverviewSearch): { view: View; broken: string[] } {
  const broken: string[] = []
  const oneOf = <T extends string>(name: keyof OverviewSearch, allowed: readonly T[]): T | null => {
    const text = search[name]
    if (text === undefined) return null
    const found = allowed.find(word => word.toLowerCase() === text.toLowerCase())
    if (!found) broken.push(name)
    return found ?? null
  }

  const own = ownPeriod(search, broken)
  const preset = oneOf('period', presets)
  const records = oneOf('records', cardKeys)
  if (search.at !== undefined && !isDay(search.at)) broken.push('at')
  const at = search.at !== undefined && isDay(search.at) ? search.at : null
  const view: View = {
    period: own ?? preset ?? usualView.period,
    grain: oneOf('grain', grains),
    against: oneOf('against', ['year', 'previous'] as const) ?? usualView.against,
    definition: oneOf('definition', cardKeys),
    records: records === null ? null : { key: records, at },
    pairs: oneOf('pairs', ['all'] as const),
  }
  return { view, broken }
}

/** `from` and `to` as a person writes them: both days count. Null when neither is there or they cannot be read. */
function ownPeriod({ from, to }: OverviewSearch, broken: string[]): Period | null {
  if (from === undefined && to === undefined) return null
  const readable = from !== undefined && to !== undefined && isDay(from) && isDay(to)
  const days = readable ? daysBetween(from, to) + 1 : 0
  if (!readable || days < 1 || days > longestPeriodDays) {
    broken.push('from', 'to')
    return null
  }
  return { from, to: addDays(to, 1) }
}

/** The shortest address that leads back to a view. */
export function writeAddress(view: View): OverviewSearch {
  const search: OverviewSearch = {}
  if (typeof view.period === 'object') {
    search.from = view.period.from
    search.to = addDays(view.period.to, -1)
  } else if (view.period !== usualView.period) search.period = view.period
  if (view.grain) search.grain = view.grain.toLowerCase()
  if (view.against !== usualView.against) search.against = view.against
  if (view.definition) search.definition = view.definition
  if (view.records) search.records = view.records.key
  if (view.records?.at) search.at = view.records.at
  if (view.pairs) search.pairs = view.pairs
  return search
}

export const daysOf = (view: View, on: Day): Period =>
  typeof view.period === 'string' ? periodOf(view.period, on) : view.period

/** Search parameters as plain text, without the JSON quoting a router would add. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? '' : `?${text}`
}

const names: (keyof OverviewSearch)[] = [
  'period',
  'from',
  'to',
  'grain',
  'against',
  'definition',
  'records',
  'at',
  'pairs',
]

/** Keeps what belongs to the Overview; a stranger's parameters are dropped without a word. */
export const pickSearch = (raw: Record<string, unknown>): OverviewSearch =>
  Object.fromEntries(names.flatMap(name => (typeof raw[name] === 'string' ? [[name, raw[name]]] : [])))
