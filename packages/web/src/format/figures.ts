/** The languages the product speaks, and the notation each one reads. */
export type Language = 'nl' | 'en'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** What a metric is measured in, as its definition says. */
export type Unit = 'points' | 'share' | 'score' | 'seconds' | 'money' | 'count'

const units: Unit[] = ['points', 'share', 'score', 'seconds', 'money', 'count']

/** A definition's unit; one we do not know yet is shown as a plain number. */
export const unitOf = (text: string): Unit => units.find(unit => unit === text) ?? 'score'

/** How a figure is written: in what unit, for whom, and in which currency where it is money. */
export type Notation = { unit: Unit; language: Language; currency: string }

export const minus = '\u2212'
export const noBreak = '\u00a0'
export const nothing = '\u2013'

const formatters = new Map<string, Intl.NumberFormat>()

function number(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locales[language], options)
  formatters.set(key, made)
  return made
}

const fixed = (language: Language, digits: number) =>
  number(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })

const percent = (language: Language, digits: number) =>
  number(language, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits })

const money = (language: Language, currency: string, digits: number) =>
  number(language, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits })

/** `€ 486k`, `€ 1,2M`: an axis has no room for more. */
function thousands(absolute: number, language: Language, currency: string): string {
  const [by, letter] = absolute < 999_500 ? ([1e3, 'k'] as const) : ([1e6, 'M'] as const)
  const digits = by === 1e6 && absolute < 10e6 ? 1 : 0
  return money(language, currency, digits).format(absolute / by) + letter
}

const sign = (value: number, shown: string, plus: boolean): string => {
  if (!/[1-9]/.test(shown)) return ''
  return value < 0 ? minus : plus ? '+' : ''
}

/** The size of a file, at least a kilobyte: `12 kB`, `1.4 MB`. */
export function bytes(size: number, language: Language): string {
  const [by, unit] = size < 1e6 ? ([1e3, 'kilobyte'] as const) : ([1e6, 'megabyte'] as const)
  return number(language, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(Math.max(size / by, 1))
}

/** m:ss, or h:mm from an hour on. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const pair = (large: number, small: number) => `${large}:${String(small).padStart(2, '0')}`
  if (whole < 3600) return pair(Math.floor(whole / 60), whole % 60)
  const minutes = Math.round(whole / 60)
  return pair(Math.floor(minutes / 60), minutes % 60)
}

/** The size of a value, without its sign. `coarse` is the short form of axes and readouts. */
function size(value: number, { unit, language, currency }: Notation, coarse: boolean, step = 1): string {
  const absolute = Math.abs(value)
  switch (unit) {
    case 'points':
      return fixed(language, coarse && step >= 1 ? 0 : 1).format(absolute)
    case 'share':
      return percent(language, coarse && step >= 0.01 ? 0 : 1).format(absolute)
    case 'score':
      return fixed(language, coarse ? 1 : 2).format(absolute)
    case 'seconds':
      return duration(absolute)
    case 'money':
      if (coarse && absolute >= 10_000) return thousands(absolute, language, currency)
      return money(language, currency, (coarse && step >= 1) || absolute >= 100 ? 0 : 2).format(absolute)
    case 'count':
      return number(language, { maximumFractionDigits: 0 }).format(absolute)
  }
}

function written(value: number | null | undefined, notation: Notation, coarse: boolean, step?: number): string {
  if (value === null || value === undefined) return nothing
  const shown = size(value, notation, coarse, step)
  return sign(value, shown, notation.unit === 'points') + shown
}

/** A figure as a card shows it: `+31,7`, `39,6%`, `6:30`, `€ 27,03`; `–` for null. NPS always carries its sign. */
export const figure = (value: number | null | undefined, notation: Notation): string => written(value, notation, false)

/** A figure as a readout shows it: shares and points without decimals, money in cents under ten. */
export const shortFigure = (value: number | null | undefined, notation: Notation): string =>
  written(value, notation, true, notation.unit === 'money' && Math.abs(value ?? 0) < 10 ? 0.01 : 1)

/** A tick label; decimals appear only when the step between ticks needs them. */
export const tick = (value: number, notation: Notation, step: number): string => written(value, notation, true, step)

/** The unit a value needs beside it: only where the figure itself does not show it. */
export function unitWord(value: number | null, unit: Unit): 'points' | 'minutes' | 'hours' | null {
  if (unit === 'points') return 'points'
  if (unit === 'seconds') return value !== null && Math.round(value) >= 3600 ? 'hours' : 'minutes'
  return null
}

/** The unit of a difference, to be worded by the reader's language. */
export type DifferenceUnit = 'points' | 'seconds' | 'minutes' | 'hours' | null

/** The size of a difference, unsigned, with the unit it still needs: `5,1` points, `19` seconds, `€ 0,19`. */
export function differenceSize(difference: number, notation: Notation): { size: string; unit: DifferenceUnit } {
  const absolute = Math.abs(difference)
  switch (notation.unit) {
    case 'points':
      return { size: fixed(notation.language, 1).format(absolute), unit: 'points' }
    case 'share':
      return { size: fixed(notation.language, 1).format(absolute * 100), unit: 'points' }
    case 'seconds':
      if (Math.round(absolute) < 60) return { size: fixed(notation.language, 0).format(absolute), unit: 'seconds' }
      return { size: duration(absolute), unit: absolute < 3600 ? 'minutes' : 'hours' }
    default:
      return { size: size(difference, notation, false), unit: null }
  }
}

/** The sign of a difference as it is written: nothing when the shown size is zero. */
export const differenceSign = (difference: number, shown: string): string => sign(difference, shown, true)

/** An amount on a record, to the cent: `€ 149,95`. */
export const amount = (value: string, currency: string, language: Language): string => {
  const exact = Number(value)
  const shown = money(language, currency, 2).format(Math.abs(exact))
  return sign(exact, shown, false) + shown
}

/** A whole count: `21.874`; `–` for null. */
export const count = (value: number | null | undefined, language: Language): string =>
  value === null || value === undefined ? nothing : number(language, { maximumFractionDigits: 0 }).format(value)

/** How long something took, in the one unit that fits: `12 min`, `7 uur`, `3 dagen`; `–` for null. */
export function span(seconds: number | null | undefined, language: Language): string {
  if (seconds === null || seconds === undefined) return nothing
  const [unit, size] = spanUnits.find(([, size]) => seconds >= 2 * size) ?? (['second', 1] as const)
  return number(language, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(seconds / size)
}

const spanUnits = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const
