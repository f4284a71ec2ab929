import { fail } from '@tweeluik/schema'
import type { Dimension } from '@tweeluik/schema/facts'

/** Dimensions whose values are records, by the kind that their global ids say. */
const kinds: Partial<Record<Dimension, string>> = {
  TRIGGER: 'trigger',
  TOUCHPOINT: 'touchpoint',
  JOURNEY_MAP: 'journey-map',
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const encode = (kind: string, id: string) => Buffer.from(`${kind}:${id}`).toString('base64url')

/** A value as it is answered: a record's global id, or the word itself. */
export function valueOutside(dimension: Dimension, value: string | null): string | null {
  const kind = kinds[dimension]
  return kind && value !== null ? encode(kind, value) : value
}

/** A value as it stands in the column. */
export function idInColumn(dimension: Dimension, value: string, path: string): string {
  const kind = kinds[dimension]
  if (!kind) return value
  const [, id = ''] = Buffer.from(value, 'base64url').toString().split(':', 2)
  if (UUID.test(id) && encode(kind, id) === value) return id
  return fail('BAD_ID', path, `This is no id of a ${kind}`, `Send the id of a ${kind} as GraphQL gave it`)
}
