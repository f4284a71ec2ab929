/** What a form holds: text, empty where nothing is known. */
export type Values = Record<string, string>

export const textOf = (value: string | number | null | undefined): string => (value == null ? '' : String(value))
export const flagText = (value: boolean | null | undefined): string => (value == null ? '' : value ? 'yes' : 'no')

export const wordOrNull = (text: string): string | null => text.trim() || null
export const flagOrNull = (text: string): boolean | null => (text === '' ? null : text === 'yes')

/** `1.234`: a thousand and more to the one, little more than one to the other. */
const isTwofold = (written: string) => /^-?[1-9]\d{0,2}\.\d{3}$/.test(written)

/** A number as people write it, with a point or a comma. Null: there is none; NaN: it is no number, or may be either of two. */
export function numberOrNull(text: string): number | null {
  const written = text.trim().replace(',', '.')
  if (written === '') return null
  if (isTwofold(written)) return Number.NaN
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN
}

/** Whether it is no number although something is written. */
export const isNoNumber = (text: string): boolean => Number.isNaN(numberOrNull(text) ?? 0)

/** A decimal amount as the server reads it. Null: there is none. */
export const amountOrNull = (text: string): string | null => text.trim().replace(',', '.') || null

const units = { s: 1, m: 60, u: 3600, h: 3600, d: 86_400 } as const

/** `90 m`, `1 u 30 m` or `7 d` in seconds; a number alone is in minutes. Null: nothing is written; NaN: it is no duration. */
export function secondsOf(text: string): number | null {
  const written = text.trim().toLowerCase().replaceAll(',', '.')
  if (written === '') return null
  if (/^\d+(\.\d+)?$/.test(written)) return Math.round(Number(written) * 60)
  const parts = [...written.matchAll(/(\d+(?:\.\d+)?)\s*(s|m|u|h|d)[a-z]*/g)]
  const rest = parts.reduce((left, [part]) => left.replace(part, ''), written)
  if (parts.length === 0 || rest.trim() !== '') return Number.NaN
  return Math.round(parts.reduce((sum, [, size, unit]) => sum + Number(size) * units[unit as keyof typeof units], 0))
}

/** Seconds as {@link secondsOf} reads them, in the reader's letters. */
export function durationText(seconds: number | null | undefined, hour: string): string {
  if (seconds == null) return ''
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor((seconds % 86_400) / 3600), hour],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [seconds % 60, 's'],
  ] as const
  const said = parts.flatMap(([size, unit]) => (size > 0 ? [`${size} ${unit}`] : []))
  return said.join(' ') || '0 s'
}

/** Of an input only what was changed, by the fields that the form's hold. */
export function onlyChanged<Input extends object>(
  input: Input,
  isDirty: (field: string) => boolean,
  fieldsOf: Partial<Record<keyof Input & string, readonly string[]>> = {},
): Partial<Input> {
  const changed = (Object.keys(input) as (keyof Input & string)[]).filter(name =>
    (fieldsOf[name] ?? [name]).some(isDirty),
  )
  return Object.fromEntries(changed.map(name => [name, input[name]])) as Partial<Input>
}
