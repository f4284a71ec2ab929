import type { MetricWhere } from '../graphql/generated/graphql.ts'
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

/** What figures may be filtered on, by its name in `MetricWhere` and in the address. */
export const filterFields = [
  'brand',
  'segment',
  'country',
  'channel',
  'team',
  'topic',
  'trigger',
  'department',
  'touchpoint',
  'stage',
  'journeyMap',
  'lifecycleStage',
  'contacted',
  'slaPolicy',
] as const
export type FilterField = (typeof filterFields)[number]

/** The chosen values by field; `''` is what is not set. A field without values is not there. */
export type Chosen = Partial<Record<FilterField, readonly string[]>>

/** What every page is about. `period` is a preset by name, or days chosen by the reader. `grain` null: as it reads best. */
export type Scope = {
  period: Preset | Period
  grain: Grain | null
  against: ComparedWith
  chosen: Chosen
}

/** A scope as it stands in the address, as text. Only what differs from the default is written. */
export type ScopeSearch = Partial<Record<'period' | 'from' | 'to' | 'grain' | 'against' | FilterField, string>>

export const usualScope: Scope = { period: 'last-12-months', grain: null, against: 'year', chosen: {} }

export const grains: readonly Grain[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']

const VALUES_MAX = 50

/** Reads an address. Each part that cannot be read falls back to its default and is named in `broken`. */
export function readScope(search: ScopeSearch): { scope: Scope; broken: string[] } {
  const broken: string[] = []
  const own = ownPeriod(search, broken)
  const preset = oneOf('period', search.period, presets, broken)
  const scope: Scope = {
    period: own ?? preset ?? usualScope.period,
    grain: oneOf('grain', search.grain, grains, broken),
    against: oneOf('against', search.against, ['year', 'previous'] as const, broken) ?? usualScope.against,
    chosen: readChosen(search, broken),
  }
  return { scope, broken }
}

/** The word among those allowed, however it is capitalised. Null when it is not there or not allowed, which is `broken`. */
export function oneOf<T extends string>(
  name: string,
  text: string | undefined,
  allowed: readonly T[],
  broken: string[],
): T | null {
  if (text === undefined) return null
  const found = allowed.find(word => word.toLowerCase() === text.toLowerCase())
  if (!found) broken.push(name)
  return found ?? null
}

/** `from` and `to` as a person writes them: both days count. Null when neither is there or they cannot be read. */
function ownPeriod({ from, to }: ScopeSearch, broken: string[]): Period | null {
  if (from === undefined && to === undefined) return null
  const readable = from !== undefined && to !== undefined && isDay(from) && isDay(to)
  const days = readable ? daysBetween(from, to) + 1 : 0
  if (!readable || days < 1 || days > longestPeriodDays) {
    broken.push('from', 'to')
    return null
  }
  return { from, to: addDays(to, 1) }
}

function readChosen(search: Record<string, string | undefined>, broken: string[]): Chosen {
  const chosen: Chosen = {}
  for (const field of filterFields) {
    const text = search[field]
    if (text === undefined) continue
    const values = readValues(text)
    if (values === null || values.length > VALUES_MAX) broken.push(field)
    else chosen[field] = values
  }
  return chosen
}

/** A value may hold a comma, which parts them; so each is written as a part of an address within the address. */
const writeValues = (values: readonly string[]) =>
  values.map(value => value.replace(/[%,]/g, encodeURIComponent)).join(',')

/** Null: not text that we wrote. */
function readValues(text: string): string[] | null {
  try {
    return [...new Set(text.split(',').map(decodeURIComponent))]
  } catch {
    return null
  }
}

/** The shortest address that leads back to a scope. */
export function writeScope(scope: Scope): ScopeSearch {
  const search: ScopeSearch = {}
  if (typeof scope.period === 'object') {
    search.from = scope.period.from
    search.to = addDays(scope.period.to, -1)
  } else if (scope.period !== usualScope.period) search.period = scope.period
  if (scope.grain) search.grain = scope.grain.toLowerCase()
  if (scope.against !== usualScope.against) search.against = scope.against
  for (const field of filterFields) {
    const values = scope.chosen[field]
    if (values && values.length > 0) search[field] = writeValues(values)
  }
  return search
}

const names = ['period', 'from', 'to', 'grain', 'against', ...filterFields] as const

/** Keeps of an address what belongs to the scope: it goes along from page to page. */
export const pickScope = (raw: Record<string, unknown>): ScopeSearch => pickTexts(raw, names)

export const pickTexts = <N extends string>(
  raw: Record<string, unknown>,
  names: readonly N[],
): Partial<Record<N, string>> =>
  Object.fromEntries(names.flatMap(name => (typeof raw[name] === 'string' ? [[name, raw[name]]] : []))) as Partial<
    Record<N, string>
  >

/** What was chosen as the server takes it. Null: everything. */
export function whereOf(chosen: Chosen): MetricWhere | null {
  const terms = filterFields.flatMap(field => {
    const values = chosen[field]
    return values && values.length > 0 ? [termOf(field, values)] : []
  })
  return terms.length === 0 ? null : terms.length === 1 ? (terms[0] ?? null) : { and: terms }
}

function termOf(field: FilterField, values: readonly string[]): MetricWhere {
  const set = values.filter(value => value !== '')
  const unset: MetricWhere = { [field]: { isNull: true } }
  if (set.length === 0) return unset
  const among: MetricWhere = { [field]: { in: set } }
  return set.length === values.length ? among : { or: [among, unset] }
}

export const daysOf = (scope: Pick<Scope, 'period'>, on: Day): Period =>
  typeof scope.period === 'string' ? periodOf(scope.period, on) : scope.period

/** Search parameters as plain text, without the JSON quoting a router would add. */
export const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  const text = new URLSearchParams(pairs).toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}
