import { IANAZone } from 'luxon'
import { z } from 'zod'
import { durationForms } from './durations.ts'
import { namesDay } from './times.ts'

export type Scalar = string | number | boolean
type Constant = z.output<typeof constant>

/** Holds for a row when its one test does; cells are compared as text. */
export interface ConditionSpec {
  column: string
  equals?: Scalar
  in?: Scalar[]
  notIn?: Scalar[]
  present?: boolean
}

/** A cell, or the sum of cells, of the rows that another file of the folder has under a key. */
export interface LookupUseSpec {
  in: string
  by: ValueSpec
  column?: string
  sum?: string
  decimal?: ',' | '.'
}

/** How one value of a record is made: exactly one source, then the conversions that are named. */
export interface ValueSpec {
  column?: string
  constant?: Constant
  template?: string
  join?: ValueSpec[]
  columns?: string[]
  plus?: ValueSpec[]
  object?: Record<string, ValueSpec>
  list?: ValueSpec[]
  lookup?: LookupUseSpec
  with?: string
  hash?: boolean
  of?: 'first'
  map?: Record<string, Scalar | null>
  otherwise?: Scalar | null
  time?: string[]
  zone?: string
  duration?: (typeof durationForms)[number]
  decimal?: ',' | '.'
  default?: Scalar
  when?: ConditionSpec[]
  occurrence?: boolean
}

const sources = ['column', 'constant', 'template', 'join', 'columns', 'plus', 'object', 'list', 'lookup'] as const
const tests = ['equals', 'in', 'notIn', 'present'] as const

/** A refusal with our own code and a way to mend it. */
function refuse(context: z.core.$RefinementCtx, code: string, message: string, fix: string, path: string[] = []): void {
  context.addIssue({ code: 'custom', message, path, params: { code, fix } })
}

export const column = z.string().min(1).max(200)

export const scalar = z
  .union([z.string().max(10_000), z.number(), z.boolean()], { error: 'Is neither text, a number nor true or false' })
  .meta({ id: 'scalar' })

/** Nested ones too, for fields of several parts. */
const constant = z.union([scalar, z.array(z.json()), z.record(z.string(), z.json())])

/** One of these, or a list of them; becomes a list. */
export const many = <Item extends z.ZodType>(item: Item) =>
  z
    .preprocess(value => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).min(1).max(500))
    .meta({ short: 'item' })

export const zone = z.string().superRefine((name, context) => {
  if (!IANAZone.isValidZone(name)) {
    refuse(context, 'UNKNOWN_ZONE', `${name} is no time zone`, 'Write an IANA name such as Europe/Amsterdam or UTC')
  }
})

const pattern = z.string().superRefine((text, context) => {
  if (!namesDay(text)) {
    refuse(
      context,
      'INVALID_PATTERN',
      `${text} does not name a year, a month and a day`,
      'Write it as yyyy-MM-dd HH:mm:ss (capital Y and D mean something else), or iso, epochSeconds, epochMilliseconds',
    )
  }
})

export const conditionShape = {
  column: column.describe('The column whose cell is tested'),
  equals: scalar.optional().describe('Holds when the cell is this word'),
  in: z.array(scalar).min(1).max(10_000).optional().describe('Holds when the cell is one of these words'),
  notIn: z.array(scalar).min(1).max(10_000).optional().describe('Holds when the cell is none of these words, or null'),
  present: z.boolean().optional().describe('true: holds when the cell is not null; false: when it is'),
}

export const condition = z
  .strictObject(conditionShape)
  .superRefine((spec, context) => requireOne(spec, tests, ['INVALID_CONDITION', 'A condition holds one test'], context))
  .meta({ id: 'condition' })

/** Exactly one of the keys. */
export function requireOne<Key extends string>(
  spec: { [key in Key]?: unknown },
  keys: readonly Key[],
  [code, message]: [code: string, message: string],
  context: z.core.$RefinementCtx,
): void {
  if (keys.filter(key => spec[key] !== undefined).length === 1) return
  refuse(context, code, message, `Give one of ${keys.join(', ')}`)
}

const decimal = z.enum([',', '.'])

export const value: z.ZodType<ValueSpec> = z.lazy(() =>
  z
    .preprocess(
      spec => (typeof spec === 'string' ? { column: spec } : spec),
      z.strictObject(valueShape).superRefine(valueRules),
    )
    .meta({ id: 'value', short: 'column' }),
)

export const lookupUseShape = {
  in: z.string().describe('The name of the file under lookups'),
  by: value.describe("What is sought among that file's keys"),
  column: column.optional().describe('The cell to take from the row that is found'),
  sum: column.optional().describe('The column to add up over all rows that are found'),
  decimal: decimal.optional().describe('The decimal sign of the cells to add up; a point when left out'),
}

const lookupUse: z.ZodType<LookupUseSpec> = z
  .strictObject(lookupUseShape)
  .superRefine((spec, context) =>
    requireOne(spec, ['column', 'sum'], ['INVALID_LOOKUP', 'A lookup takes one thing'], context),
  )

export const valueShape = {
  column: column.optional().describe('Source: the cell of this column'),
  constant: constant.optional().describe('Source: always this'),
  template: z.string().max(1_000).optional().describe('Source: text with {columns} in it; null when one of them is'),
  join: z.array(value).min(1).max(100).optional().describe('Source: the values that are not null, with `with` between'),
  columns: z.array(column).min(1).max(100).optional().describe('Source: one text of several cells, for ids'),
  plus: z.array(value).min(2).max(20).optional().describe('Source: a time and the durations after it'),
  object: z.record(z.string(), value).optional().describe('Source: an object of the values that are not null'),
  list: z.array(value).max(100).optional().describe('Source: a list of the values that are not null'),
  lookup: lookupUse.optional().describe('Source: what another file of the folder has under a key'),
  with: z.string().max(100).optional().describe('What stands between joined values; a space when left out'),
  hash: z.boolean().optional().describe('A hash of the columns, 32 characters'),
  of: z.literal('first').optional().describe("Read from the first row of the group, not from the record's own"),
  map: z.record(z.string(), scalar.nullable()).optional().describe('Words into words'),
  otherwise: scalar.nullable().optional().describe('For words that the map lacks: keep, reject, or a word'),
  time: many(pattern).optional().describe('Reads a time: luxon tokens, iso, epochSeconds or epochMilliseconds'),
  zone: zone.optional().describe("The zone of this time, when it is not the mapping's"),
  duration: z.enum(durationForms).optional().describe('Reads a duration as seconds'),
  decimal: decimal.optional().describe('Reads a number with this decimal sign'),
  default: scalar.optional().describe('In place of null'),
  when: many(condition).optional().describe('The value is null unless all of these hold'),
  occurrence: z.boolean().optional().describe('Numbers rows with equal ids 1, 2, 3'),
}

function valueRules(spec: ValueSpec, context: z.core.$RefinementCtx): void {
  const named = sources.filter(source => spec[source] !== undefined)
  if (named.length !== 1) {
    const found = named.length === 0 ? 'Says nowhere where the value comes from' : `Has ${named.length} sources`
    refuse(context, 'ONE_SOURCE', found, `Give exactly one of ${sources.join(', ')}`)
  }
  const needs = (key: keyof ValueSpec, partner: keyof ValueSpec) => {
    if (spec[key] === undefined || spec[partner] !== undefined) return
    refuse(context, 'NEEDS_PARTNER', `${key} means nothing without ${partner}`, `Add ${partner}, or drop ${key}`, [key])
  }
  const [start, ...durations] = spec.plus ?? []
  if (start && !start.time && !start.plus) {
    const path = ['plus', '0']
    refuse(context, 'PLUS_WITHOUT_TIME', 'A sum starts with a time', 'Give its first value a time pattern', path)
  }
  durations.forEach((duration, index) => {
    if (duration.duration) return
    const path = ['plus', `${index + 1}`]
    refuse(context, 'PLUS_WITHOUT_DURATION', 'Only durations are added', 'Say its form: duration: seconds', path)
  })
  needs('with', 'join')
  needs('hash', 'columns')
  needs('otherwise', 'map')
  needs('zone', 'time')
  needs('occurrence', 'columns')
  if ([spec.time, spec.duration, spec.decimal].filter(form => form !== undefined).length > 1) {
    refuse(context, 'ONE_FORM', 'A value is a time, a duration or a number', 'Keep one of time, duration, decimal')
  }
}
