import { fail } from '@tweeluik/schema'
import type { Where } from './connection.inputs.ts'
import type { Comparison } from './filter.inputs.ts'
import { uuidOf } from './global-id.ts'
import type { Filterable, Source } from './source.ts'

/** Conditions of one `where`, its groups counted too. */
const CONDITIONS_MAX = 200
const VALUES_MAX = 1_000

/** What a column is compared with. */
export type Value = string | number | boolean

/**
 * The conditions as they were sent, their values as they stand in the table.
 *
 * @param withheld columns that the viewer may not ask about
 * @throws ProblemError that names the condition.
 */
export function readWhere(source: Source, where: Where, withheld: readonly string[]): Where {
  let conditions = 0
  const read = (sent: Where): Where => {
    const where: Record<string, Where[string]> = {}
    for (const [name, condition] of Object.entries(sent)) {
      if (condition == null) continue
      if (++conditions > CONDITIONS_MAX) {
        fail('FILTER_TOO_LARGE', 'where', `Holds more than ${CONDITIONS_MAX} conditions`, 'Use `in`, or ask in parts')
      }
      const field = source.filters[name]
      if (!field) where[name] = Array.isArray(condition) ? condition.map(read) : read(condition as Where)
      else if (isWithheld(field, withheld)) withhold(`where.${name}`)
      else where[name] = readComparison(field, condition as Comparison, `where.${name}`)
    }
    return where
  }
  return read(where)
}

/** A condition or an order on personal data tells it as well as reading does. */
export function withhold(path: string): never {
  fail('PERSONAL_DATA', path, 'This is personal data, which your role does not see', 'Ask with a token of role service')
}

const isWithheld = (field: Filterable, withheld: readonly string[]) =>
  'column' in field ? withheld.includes(field.column) : field.personal === true && withheld.length > 0

function readComparison(field: Filterable, sent: Comparison, path: string): Comparison {
  const comparison: Record<string, Value | Value[]> = {}
  for (const [operator, operand] of Object.entries(sent)) {
    if (operand === undefined) continue
    const place = `${path}.${operator}`
    if (operand === null) fail('NULL_COMPARED', place, 'Nothing compares with null', 'Use isNull, or leave it out')
    if (!Array.isArray(operand)) {
      comparison[operator] = readValue(field, operand, place)
      continue
    }
    if (operand.length > VALUES_MAX) {
      fail('FILTER_TOO_LARGE', place, `Holds more than ${VALUES_MAX} values`, 'Ask in parts')
    }
    comparison[operator] = operand.map(value => readValue(field, value, place))
  }
  return comparison
}

function readValue(field: Filterable, value: unknown, path: string): Value {
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'string') return value as Value
  if ('column' in field && field.ids) return uuidOf(field.ids, value, path)
  if (value.includes('\0') || !value.isWellFormed()) {
    fail('INVALID_TEXT', path, 'Holds a NUL or half a character', 'Send valid text')
  }
  return value
}
