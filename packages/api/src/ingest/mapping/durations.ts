import { Duration } from 'luxon'

export const durationForms = ['hh:mm:ss', 'mm:ss', 'hh:mm', 'iso', 'seconds', 'minutes', 'milliseconds'] as const
export type DurationForm = (typeof durationForms)[number]

const COLONS = /^(\d{1,6}):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/
const PLAIN = /^\d+(\.\d+)?$/
const secondsPer = { seconds: 1, minutes: 60, milliseconds: 0.001 } as const

/** Seconds of a duration as written; null when it is none. A duration is never negative. */
export function readDuration(text: string, form: DurationForm): number | null {
  switch (form) {
    case 'hh:mm:ss':
    case 'mm:ss':
    case 'hh:mm':
      return readColons(text, form)
    case 'iso':
      return readIso(text)
    default:
      return PLAIN.test(text) ? round(Number(text) * secondsPer[form]) : null
  }
}

function readColons(text: string, form: 'hh:mm:ss' | 'mm:ss' | 'hh:mm'): number | null {
  const match = COLONS.exec(text)
  if (!match || (match[3] !== undefined) !== (form === 'hh:mm:ss')) return null
  const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  return form === 'mm:ss' ? first * 60 + second : first * 3_600 + second * 60 + round(third)
}

function readIso(text: string): number | null {
  const duration = Duration.fromISO(text)
  const seconds = duration.isValid && /^P/i.test(text) ? round(duration.as('seconds')) : -1
  return seconds >= 0 ? seconds : null
}

/** To the millisecond: 0.1 minutes are 6 seconds, not 6.000000000000001. */
function round(seconds: number): number {
  return Math.round(seconds * 1_000) / 1_000
}
