import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import type { Problem } from '../errors.ts'
import type { TextForm } from './fields.ts'
import { type RecordKind, recordKinds, type ValidRecord } from './kinds.ts'

/** A record to store, or a deletion of which only the id and the moment count. */
export type Validated<Kind extends RecordKind> =
  | { ok: true; deleted: false; record: ValidRecord<Kind> }
  | { ok: true; deleted: true; record: Deletion }
  | { ok: false; problem: Problem }

export interface Deletion {
  id: string
  updatedAt?: Date | null
  deletedAt: Date
}

interface Shapes {
  whole: z.ZodType
  deletion: z.ZodType
  forms: Map<string, TextForm>
}

/** The nearest of the known words, when it is near enough to be what was meant. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const steps = distance(word.toLowerCase(), candidate.toLowerCase())
    if (steps < least) [best, least] = [candidate, steps]
  }
  return best
}

function formOf(schema: z.ZodType): TextForm {
  const form = schema.meta()?.['form']
  if (form) return form as TextForm
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? formOf(schema.unwrap() as z.ZodType)
    : 'text'
}

const shapes = new Map<RecordKind, Shapes>()

/** Compiled when a kind is first met: it takes milliseconds, and most processes validate nothing. */
function shapesOf(kind: RecordKind): Shapes {
  const known = shapes.get(kind)
  if (known) return known
  const { schema, rules } = recordKinds[kind]
  const { id, updatedAt, deletedAt } = schema.shape
  const made = {
    whole: z.compile(
      (schema as z.ZodType).superRefine(rules as (record: unknown, context: z.core.$RefinementCtx) => void),
    ),
    deletion: z.object({ id, updatedAt, deletedAt }),
    forms: new Map(Object.entries(schema.shape).map(([name, field]) => [name, formOf(field as z.ZodType)])),
  }
  shapes.set(kind, made)
  return made
}

const TRUE = new Set(['true', '1', 'yes', 'y', 'ja', 'j'])
const FALSE = new Set(['false', '0', 'no', 'n', 'nee'])
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i

function readCell(cell: string, form: TextForm): unknown {
  const text = cell.trim()
  if (form === 'number') return NUMBER.test(text) ? Number(text) : cell
  if (form === 'boolean') {
    const word = text.toLowerCase()
    return TRUE.has(word) ? true : FALSE.has(word) ? false : cell
  }
  if (form === 'json' || (form === 'reference' && text.startsWith('{'))) {
    try {
      return JSON.parse(text)
    } catch {
      return cell
    }
  }
  return cell
}

/** A row of text cells as a record: empty is absent, numbers, flags and nested values are read by their field's form. */
export function readCells(kind: RecordKind, row: Record<string, unknown>): Record<string, unknown> {
  const { forms } = shapesOf(kind)
  const record: Record<string, unknown> = {}
  for (const [name, cell] of Object.entries(row)) {
    if (typeof cell !== 'string') record[name] = cell
    else if (cell.trim() !== '') record[name] = readCell(cell, forms.get(name) ?? 'text')
  }
  return record
}

/** What one row holds, judged by its kind: one schema serves the door, its documentation and the answers of both. */
export function validate<Kind extends RecordKind>(kind: Kind, value: unknown): Validated<Kind> {
  const deleted = typeof value === 'object' && value !== null && 'deletedAt' in value && value.deletedAt != null
  const { deletion, whole } = shapesOf(kind)
  const parsed = (deleted ? deletion : whole).safeParse(value, { reportInput: true })
  if (parsed.success) return { ok: true, deleted, record: parsed.data } as Validated<Kind>
  const { issues } = parsed.error
  const issue = issues.find(one => one.code === 'unrecognized_keys') ?? issues[0]
  return { ok: false, problem: issue ? translate(kind, issue) : unknownFault }
}

const unknownFault: Problem = {
  code: 'INVALID',
  path: '',
  message: 'Is not valid',
  fix: 'Compare it with the documentation of its kind',
}

function translate(kind: RecordKind, issue: z.core.$ZodIssue): Problem {
  const path = issue.path.join('.')
  switch (issue.code) {
    case 'custom':
      return {
        code: String(issue.params?.['code'] ?? 'INVALID'),
        path,
        message: issue.message,
        fix: String(issue.params?.['fix'] ?? unknownFault.fix),
      }
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? ''
      const fields = [...shapesOf(kind).forms.keys()]
      const near = nearest(key, fields)
      return {
        code: 'UNKNOWN_FIELD',
        path: [...issue.path, key.slice(0, 100)].join('.'),
        message: `${kind} has no field ${key.slice(0, 100)}`,
        fix: near ? `Did you mean ${near}?` : `Its fields are ${fields.join(', ')}`,
      }
    }
    case 'invalid_union': {
      const inner = issue.errors.flat().find(one => one.code === 'custom') ?? issue.errors.flat()[0]
      return inner?.code === 'custom' || issue.input == null
        ? translate(kind, inner ? ({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue) : issue)
        : {
            code: 'WRONG_TYPE',
            path,
            message: 'Has a type that this field does not take',
            fix: 'Send text, or {source, id} where it refers to a record',
          }
    }
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? {
            code: 'MISSING_FIELD',
            path,
            message: `${path || 'The record'} is missing`,
            fix: `Send ${article(issue.expected)}`,
          }
        : {
            code: 'WRONG_TYPE',
            path,
            message: `Is not ${article(issue.expected)}`,
            fix: `Send ${article(issue.expected)}`,
          }
    case 'invalid_value':
      return {
        code: 'UNKNOWN_VALUE',
        path,
        message: `Is not one of ${issue.values.join(', ')}`,
        fix: suggestion(issue),
      }
    case 'too_big':
    case 'too_small':
      return { code: 'OUT_OF_RANGE', path, message: issue.message, fix: 'Send a value inside the limits' }
    default:
      return { ...unknownFault, path, message: issue.message }
  }
}

const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

function suggestion(issue: z.core.$ZodIssueInvalidValue): string {
  const near = typeof issue.input === 'string' ? nearest(issue.input, issue.values.map(String)) : null
  return near ? `Did you mean ${near}?` : `Send one of ${issue.values.join(', ')}`
}
