import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import iconv from 'iconv-lite'
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { rowFormats } from '../read/read-rows.ts'
import { durationForms } from './durations.ts'
import { namesDay } from './times.ts'

type Scalar = string | number | boolean

/** Holds for a row when its one test does; cells are compared as text. */
export interface ConditionSpec {
  column: string
  equals?: Scalar
  in?: Scalar[]
  notIn?: Scalar[]
  present?: boolean
}

/** How one value of a record is made: exactly one source, then the conversions that are named. */
export interface ValueSpec {
  column?: string
  constant?: Scalar
  template?: string
  join?: ValueSpec[]
  columns?: string[]
  plus?: ValueSpec[]
  object?: Record<string, ValueSpec>
  list?: ValueSpec[]
  with?: string
  hash?: boolean
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

export interface RecordSpec {
  kind: RecordKind
  when?: ConditionSpec[]
  once?: boolean
  id: ValueSpec
  fields: Record<string, ValueSpec>
}

export type MappingSpec = z.output<typeof mappingSpec>

const sources = ['column', 'constant', 'template', 'join', 'columns', 'plus', 'object', 'list'] as const
const tests = ['equals', 'in', 'notIn', 'present'] as const

function refuse(context: z.core.$RefinementCtx, code: string, message: string, fix: string, path: string[] = []) {
  context.addIssue({ code: 'custom', message, path, params: { code, fix } })
}

const column = z.string().min(1).max(200)
const scalar = z.union([z.string().max(10_000), z.number(), z.boolean()], {
  error: 'Is neither text, a number nor true or false',
})
const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(value => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).min(1).max(500))

const zone = z.string().superRefine((name, context) => {
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

const conditionShape = {
  column,
  equals: scalar.optional(),
  in: z.array(scalar).min(1).max(10_000).optional(),
  notIn: z.array(scalar).min(1).max(10_000).optional(),
  present: z.boolean().optional(),
}

const condition = z.strictObject(conditionShape).superRefine((spec, context) => {
  if (tests.filter(test => spec[test] !== undefined).length === 1) return
  refuse(context, 'INVALID_CONDITION', 'A condition holds one test', `Give one of ${tests.join(', ')}`)
})

const value: z.ZodType<ValueSpec> = z.lazy(() =>
  z.preprocess(
    spec => (typeof spec === 'string' ? { column: spec } : spec),
    z.strictObject(valueShape).superRefine(valueRules),
  ),
)

const valueShape = {
  column: column.optional(),
  constant: scalar.optional(),
  template: z.string().max(1_000).optional(),
  join: z.array(value).min(1).max(100).optional(),
  columns: z.array(column).min(1).max(100).optional(),
  plus: z.array(value).min(2).max(20).optional(),
  object: z.record(z.string(), value).optional(),
  list: z.array(value).max(100).optional(),
  with: z.string().max(100).optional(),
  hash: z.boolean().optional(),
  map: z.record(z.string(), scalar.nullable()).optional(),
  otherwise: scalar.nullable().optional(),
  time: many(pattern).optional(),
  zone: zone.optional(),
  duration: z.enum(durationForms).optional(),
  decimal: z.enum([',', '.']).optional(),
  default: scalar.optional(),
  when: many(condition).optional(),
  occurrence: z.boolean().optional(),
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
    refuse(context, 'PLUS_WITHOUT_TIME', 'A sum starts with a time', 'Give its first value a time pattern', [
      'plus',
      '0',
    ])
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

const recordShape = {
  kind: z.enum(kindNames),
  when: many(condition).optional(),
  once: z.boolean().optional(),
  id: value,
  fields: z.record(z.string(), value),
}

const record: z.ZodType<RecordSpec> = z.strictObject(recordShape)

const singleCharacter = z.string().regex(/^[\t -~]$/, 'Is not one ASCII character')

const file = z.strictObject({
  format: z.enum(rowFormats),
  separator: z
    .union([z.literal('whitespace'), z.literal('tab').transform(() => '\t'), singleCharacter], {
      error: 'Is neither one ASCII character, tab nor whitespace',
    })
    .optional(),
  quote: z
    .union([z.literal('none').transform(() => null), singleCharacter], {
      error: 'Is neither one ASCII character nor none',
    })
    .optional(),
  encoding: z
    .string()
    .refine(name => iconv.encodingExists(name), 'Is no known encoding')
    .optional(),
  columns: z.array(column).min(1).max(2_000).optional(),
  skipLines: z.int().min(0).max(10_000).optional(),
  nulls: z.array(z.string()).max(100).default([]),
})

export const mappingSpec = z.strictObject({
  about: z.string().max(10_000).optional(),
  file,
  zone: zone.optional(),
  skip: many(condition).optional(),
  records: z.array(record).min(1).max(50),
})

const keysBySchema = {
  mapping: Object.keys(mappingSpec.shape),
  file: Object.keys(file.shape),
  record: Object.keys(recordShape),
  condition: Object.keys(conditionShape),
  value: Object.keys(valueShape),
}

/** The keys that a mapping may have at a place, for suggestions. */
export function keysAt(path: PropertyKey[]): string[] {
  const steps = path.map(String)
  const owner = steps.filter(step => !/^\d+$/.test(step)).at(-1)
  if (owner === undefined) return keysBySchema.mapping
  if (owner === 'file') return keysBySchema.file
  if (owner === 'records') return keysBySchema.record
  return owner === 'when' || owner === 'skip' ? keysBySchema.condition : keysBySchema.value
}
