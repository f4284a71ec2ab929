import { DateTime, IANAZone, type Zone } from 'luxon'

const numberForms = { epochSeconds: 1_000, epochMilliseconds: 1 } as const
const KEPT = 20_000

/** Whether a pattern can be a time: a form by name, or luxon's tokens for a year, a month and a day (or an ordinal). */
export function namesDay(pattern: string): boolean {
  if (pattern === 'iso' || pattern in numberForms) return true
  const tokens = withoutLiterals(pattern)
  return /y|kk/.test(tokens) && (/o/.test(tokens) || (/[ML]/.test(tokens) && /d/.test(tokens)))
}

/** Whether times of this pattern stand on a wall clock, so that a zone must say which. */
export function isLocal(pattern: string): boolean {
  return !(pattern in numberForms) && (pattern === 'iso' || !/[Zz]/.test(withoutLiterals(pattern)))
}

const withoutLiterals = (pattern: string) => pattern.replace(/'[^']*'/g, '')

/**
 * Reads times written in one of the patterns, as milliseconds since 1970; null when none fits or the day does not exist.
 * A wall-clock time that comes twice (clocks set back) is the earlier one; one that never comes (set forward) is moved
 * on by the gap, as java.time and Temporal do: 02:30 becomes 03:30.
 */
export function timeReader(patterns: string[], zoneName: string | undefined): (text: string) => number | null {
  const toInstant = instantReaderOf(zoneName ?? 'UTC')
  const readers = patterns.map(pattern => reader(pattern, toInstant))
  return text => {
    for (const read of readers) {
      const instant = read(text)
      if (instant !== null) return instant
    }
    return null
  }
}

type ToInstant = (wallMs: number) => number

function reader(pattern: string, toInstant: ToInstant): (text: string) => number | null {
  if (pattern === 'epochSeconds' || pattern === 'epochMilliseconds') {
    return text => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? Math.round(Number(text) * numberForms[pattern]) : null)
  }
  const plain = plainReader(pattern)
  const slow = remembering(luxonReader(pattern, toInstant))
  if (!plain) return slow
  return text => {
    const wallMs = plain(text)
    return wallMs === null ? slow(text) : toInstant(wallMs)
  }
}

function luxonReader(pattern: string, toInstant: ToInstant): (text: string) => number | null {
  const parser = pattern === 'iso' ? null : DateTime.buildFormatParser(pattern, { locale: 'en-US' })
  return text => {
    const options = { zone: 'utc', setZone: true, locale: 'en-US' }
    const read = parser
      ? DateTime.fromFormatParser(text, parser, options)
      : DateTime.fromISO(text.replace(/^(\S{10}) /, '$1T'), options)
    if (!read.isValid) return null
    const saysZone = parser ? !isLocal(pattern) : /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text.slice(10))
    return saysZone ? read.toMillis() : toInstant(read.toMillis())
  }
}

/** Texts repeat: what they came to is kept, up to a bound. */
function remembering(read: (text: string) => number | null): (text: string) => number | null {
  const kept = new Map<string, number | null>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const instant = read(text)
    if (kept.size >= KEPT) kept.clear()
    kept.set(text, instant)
    return instant
  }
}

const DIGITS: Record<string, [field: number, digits: string]> = {
  yyyy: [0, '\\d{4}'],
  MM: [1, '\\d{2}'],
  M: [1, '\\d{1,2}'],
  dd: [2, '\\d{2}'],
  d: [2, '\\d{1,2}'],
  HH: [3, '\\d{2}'],
  H: [3, '\\d{1,2}'],
  mm: [4, '\\d{2}'],
  ss: [5, '\\d{2}'],
}

/**
 * Reads what patterns of digits alone say, as if it were UTC, twenty times as fast as luxon; null where luxon is to
 * judge. Null for a pattern of other tokens.
 */
function plainReader(pattern: string): ((text: string) => number | null) | null {
  const pieces = pattern.match(/([A-Za-z])\1*|[^A-Za-z]/g) ?? []
  const fields: number[] = []
  let source = ''
  for (const piece of pieces) {
    const token = DIGITS[piece]
    if (!token && /[A-Za-z0-9']/.test(piece)) return null
    if (token) fields.push(token[0])
    source += token ? `(${token[1]})` : `\\${piece}`
  }
  if (new Set(fields).size !== fields.length) return null
  const expression = new RegExp(`^${source}$`)
  return text => {
    const match = expression.exec(text)
    if (!match) return null
    const found = [0, 1, 1, 0, 0, 0]
    fields.forEach((field, at) => {
      found[field] = Number(match[at + 1])
    })
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    if (year < 1000 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return null
    const wallMs = Date.UTC(year, month - 1, day, hour, minute, second)
    return new Date(wallMs).getUTCDate() === day ? wallMs : null
  }
}

const DAY_MS = 86_400_000

const instantReaders = new Map<string, ToInstant>()

/** One a zone, since its offsets are dear to find and the times of a mapping share them. */
function instantReaderOf(zoneName: string): ToInstant {
  const known = instantReaders.get(zoneName)
  if (known) return known
  const made = instantReader(IANAZone.create(zoneName))
  instantReaders.set(zoneName, made)
  return made
}

/** The instant of a wall-clock time given as if it were UTC. */
function instantReader(zone: Zone): ToInstant {
  const offsets = new Map<number, number | null>()
  /** Null: clocks are set around that day. */
  const offsetOf = (day: number) => {
    const known = offsets.get(day)
    if (known !== undefined) return known
    const [before, after] = [zone.offset((day - 1) * DAY_MS), zone.offset((day + 2) * DAY_MS)]
    if (offsets.size >= KEPT) offsets.clear()
    offsets.set(day, before === after ? before : null)
    return before === after ? before : null
  }
  return wallMs => {
    const offset = offsetOf(Math.floor(wallMs / DAY_MS))
    return offset === null ? nearChange(wallMs, zone) : wallMs - offset * 60_000
  }
}

function nearChange(wallMs: number, zone: Zone): number {
  const before = wallMs - zone.offset(wallMs - DAY_MS) * 60_000
  const after = wallMs - zone.offset(wallMs + DAY_MS) * 60_000
  if (before === after || shows(before, wallMs, zone) || !shows(after, wallMs, zone)) return before
  return after
}

function shows(instant: number, wallMs: number, zone: Zone): boolean {
  return instant + zone.offset(instant) * 60_000 === wallMs
}
