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
  const zone = IANAZone.create(zoneName ?? 'UTC')
  const readers = patterns.map(pattern => reader(pattern, zone))
  const kept = new Map<string, number | null>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) return known
    let instant: number | null = null
    for (const read of readers) {
      instant = read(text)
      if (instant !== null) break
    }
    if (kept.size >= KEPT) kept.clear()
    kept.set(text, instant)
    return instant
  }
}

function reader(pattern: string, zone: Zone): (text: string) => number | null {
  if (pattern === 'epochSeconds' || pattern === 'epochMilliseconds') {
    return text => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? Math.round(Number(text) * numberForms[pattern]) : null)
  }
  const parser = pattern === 'iso' ? null : DateTime.buildFormatParser(pattern, { locale: 'en-US' })
  return text => {
    const options = { zone: 'utc', setZone: true, locale: 'en-US' }
    const read = parser
      ? DateTime.fromFormatParser(text, parser, options)
      : DateTime.fromISO(text.replace(/^(\S{10}) /, '$1T'), options)
    if (!read.isValid) return null
    const saysZone = parser ? !isLocal(pattern) : /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text.slice(10))
    return saysZone ? read.toMillis() : toInstant(read.toMillis(), zone)
  }
}

const DAY_MS = 86_400_000

/** The instant of a wall-clock time given as if it were UTC. */
function toInstant(wallMs: number, zone: Zone): number {
  const before = wallMs - zone.offset(wallMs - DAY_MS) * 60_000
  const after = wallMs - zone.offset(wallMs + DAY_MS) * 60_000
  if (before === after || shows(before, wallMs, zone) || !shows(after, wallMs, zone)) return before
  return after
}

function shows(instant: number, wallMs: number, zone: Zone): boolean {
  return instant + zone.offset(instant) * 60_000 === wallMs
}
