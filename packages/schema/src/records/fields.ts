import { z } from 'zod'
import { isCurrency, parseAmount } from '../money.ts'

/** How a field is read from a CSV cell, where all is text. What else stands in a `meta` is for the field's JSON Schema. */
export type TextForm = 'text' | 'number' | 'boolean' | 'json' | 'reference'

/** A refusal with our own code; zod's own are translated in `validate.ts`. */
export function refuse(
  context: z.core.$RefinementCtx,
  code: string,
  message: string,
  fix: string,
  path: string[] = [],
) {
  context.addIssue({ code: 'custom', message, path, params: { code, fix } })
}

/** Postgres holds no NUL, and half a surrogate pair is no character. */
const isText = (value: string) => !value.includes('\u0000') && value.isWellFormed()

const characters = (max: number) =>
  z
    .string()
    .superRefine((value, context) => {
      if (!isText(value)) {
        refuse(
          context,
          'INVALID_TEXT',
          'Holds a NUL or half a character',
          'Send the text as valid UTF-8 without U+0000',
        )
      } else if (value.length > max) {
        refuse(
          context,
          'TEXT_TOO_LONG',
          `Is ${value.length} characters; ${max} is the limit`,
          `Shorten it to ${max} characters`,
        )
      }
    })
    .meta({ maxLength: max })

/** A sender's id; a number counts as its decimal text. */
export const externalId = () =>
  z
    .union([characters(200), z.number().meta({ type: 'integer' })])
    .transform((value, context) => {
      const text = String(value).trim()
      if (text === '' || (typeof value === 'number' && !Number.isSafeInteger(value))) {
        refuse(context, 'INVALID_ID', 'An id is a text that is not empty, or a whole number', 'Send the id as text')
        return z.NEVER
      }
      return text
    })
    .meta({ form: 'text', description: 'An id as its system knows it; a number counts as its decimal text.' })

/** A record of the same source by its id, or of another by `{source, id}`. */
export const reference = () =>
  z.union([externalId(), z.strictObject({ source: word(), id: externalId() })]).meta({
    form: 'reference',
    description: 'The id of a record of the same source, or source and id of another. It need not be here yet.',
  })

/** A plain word: a channel, topic, team. Trimmed. */
export function word(max = 200) {
  return characters(max)
    .transform((value, context) => {
      const trimmed = value.trim()
      if (trimmed === '') refuse(context, 'EMPTY_WORD', 'Is empty', 'Leave the field out, or give it a word')
      return trimmed
    })
    .meta({ form: 'text' })
}

/** A brand is also a word in the list of brands that a reader may see, which commas part. */
const brandWord = () =>
  word(100)
    .superRefine((value, context) => {
      if (value === '*' || value.includes(',')) {
        refuse(context, 'INVALID_BRAND', 'A brand is not * and holds no comma', 'Rename the brand')
      }
    })
    .meta({ form: 'text' })

export const prose = (max = 20_000) => characters(max).meta({ form: 'text' })

const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/i
/** What is on the clock too, and on the calendar but for the length of its month. */
const ON_THE_CLOCK =
  /^.{5}(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]).([01]\d|2[0-3]):[0-5]\d(:[0-5]\d[.\d]*)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)$/i
const ISO = /T.*(Z|:\d{2})$/
const FIRST_MS = Date.UTC(1900, 0, 1)
const LAST_MS = Date.UTC(2200, 0, 1)

/** An instant with its zone, `2026-03-01T09:30:00+01:00`. Becomes a Date to the millisecond. */
export const instant = () =>
  z
    .string()
    .transform((value, context) => {
      const text = value.trim()
      if (!INSTANT.test(text)) {
        refuse(
          context,
          'INVALID_TIME',
          'Is not a date and time with a zone',
          'Write it as 2026-03-01T09:30:00+01:00 or ..Z',
        )
        return z.NEVER
      }
      const at = timeOf(text)
      if (at === null) {
        refuse(
          context,
          'NO_SUCH_TIME',
          `${value} does not exist`,
          'Send a date that is on the calendar and a time that is on the clock',
        )
        return z.NEVER
      }
      if (at.getTime() < FIRST_MS || at.getTime() >= LAST_MS) {
        refuse(context, 'TIME_OUT_OF_RANGE', 'Lies outside 1900 to 2199', 'Check the year')
        return z.NEVER
      }
      return at
    })
    .meta({
      form: 'text',
      format: 'date-time',
      description: 'A date and time with its zone, 2026-03-01T09:30:00+01:00; the seconds may be left out.',
    })

/** The moment of a text in the form of an instant; null when there is no such day or time. */
function timeOf(text: string): Date | null {
  if (!ON_THE_CLOCK.test(text)) return null
  const day = Number(text.slice(8, 10))
  if (day > 28 && day > new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate()) {
    return null
  }
  if (ISO.test(text)) return new Date(text)
  return new Date(
    text
      .replace(' ', 'T')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
      .toUpperCase(),
  )
}

/** A calendar day, `2026-03-01`. */
export const day = () =>
  z
    .string()
    .transform((value, context) => {
      const text = value.trim()
      const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
      if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) {
        refuse(context, 'INVALID_DAY', 'Is no day on the calendar', 'Write it as 2026-03-01')
      } else if (at < FIRST_MS || at >= LAST_MS) {
        refuse(context, 'TIME_OUT_OF_RANGE', 'Lies outside 1900 to 2199', 'Check the year')
      }
      return text
    })
    .meta({ form: 'text', format: 'date' })

const atLeastZero = (max: number) =>
  z
    .number()
    .superRefine((value, context) => {
      if (value < 0) refuse(context, 'NEGATIVE', 'Is below zero', 'Send zero or more, or leave the field out')
      else if (value > max) refuse(context, 'OUT_OF_RANGE', `Is over ${max}`, `Send at most ${max}`)
    })
    .meta({ minimum: 0, maximum: max })

/** A duration in seconds, kept to the whole second; at most a year. */
export const seconds = () =>
  atLeastZero(31_622_400)
    .transform(value => Math.round(value))
    .meta({ form: 'number', description: 'In seconds.' })

/** A whole number from zero on. */
export const count = (max = 1_000_000) =>
  atLeastZero(max)
    .superRefine((value, context) => {
      if (!Number.isInteger(value)) refuse(context, 'NOT_WHOLE', 'Is not a whole number', 'Send a whole number')
    })
    .meta({ form: 'number', type: 'integer' })

export const share = (max = 100) => atLeastZero(max).meta({ form: 'number' })
export const number = () => z.number().meta({ form: 'number' })
export const flag = () => z.boolean().meta({ form: 'boolean' })

/** Money in major units, as a decimal string or a number. Becomes 1/10,000ths. */
export const amount = () =>
  z
    .union([z.string().max(40), z.number()])
    .transform((value, context) => {
      const parsed = parseAmount(value)
      if (parsed === null) {
        refuse(
          context,
          'INVALID_AMOUNT',
          'Is not an amount of at most ten million with at most four decimals',
          'Write it as 1234.50',
        )
        return z.NEVER
      }
      return parsed
    })
    .meta({ form: 'text', description: 'Money in major units with at most four decimals, as text or a number.' })

export const currency = () =>
  z
    .string()
    .transform((value, context) => {
      const code = value.trim().toUpperCase()
      if (!isCurrency(code)) {
        refuse(
          context,
          'UNKNOWN_CURRENCY',
          `${value.slice(0, 20)} is no currency in use`,
          'Send its ISO 4217 code, such as EUR',
        )
      }
      return code
    })
    .meta({ form: 'text', description: 'By its ISO 4217 code, such as EUR.' })

export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words).meta({ form: 'text' })

/** A value of several parts, JSON in a CSV cell. */
export const nested = <Schema extends z.ZodType>(schema: Schema) => schema.meta({ form: 'json' })

const ATTRIBUTES_BYTES_MAX = 16_384

/** A sender's own fields, kept as they come. Not `z.json()`, which refers to itself: zod compiles no such schema. */
export const attributes = () =>
  nested(
    z
      .record(z.string().max(100), z.unknown())
      .refine(isStorable, { error: 'Holds a NUL, half a character or what is no JSON' })
      .refine(value => JSON.stringify(value).length <= ATTRIBUTES_BYTES_MAX, {
        error: `Holds more than ${ATTRIBUTES_BYTES_MAX} bytes`,
      }),
  )

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isText(value)
  if (typeof value !== 'object' || value === null) {
    return value === null || typeof value === 'boolean' || Number.isFinite(value)
  }
  return Object.entries(value).every(([key, inner]) => isText(key) && isStorable(inner))
}

/** What every kind takes. */
export const everyRecord = () => ({
  id: externalId(),
  updatedAt: instant().nullish().meta({
    description: 'When its system last changed it: the later one wins. Left out: when it was first received.',
  }),
  deletedAt: instant()
    .nullish()
    .meta({ description: 'When it was deleted. Such a record needs its id and nothing more.' }),
  brand: brandWord().nullish().meta({ description: 'The business unit that it belongs to.' }),
})
