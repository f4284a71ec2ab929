import { type RawRow, type RowFault, rowFault } from './row.ts'

/** Keys and array items of one row, at all levels together. */
const KEYS_MAX = 2_000
const DEPTH_MAX = 32

/** The row with the object that its text holds, or with the fault that keeps it from holding one. */
export function readJson(row: RawRow): RawRow {
  let value: unknown
  try {
    value = parse(row.text)
  } catch (error) {
    return {
      ...row,
      fault: rowFault('INVALID_JSON', `This is not JSON: ${reason(error)}.`, 'Send one complete JSON object.'),
    }
  }
  if (!isObject(value)) {
    return {
      ...row,
      fault: rowFault(
        'NOT_AN_OBJECT',
        `This is ${nameOf(value)}, not an object.`,
        'Send {"id": .., ..} for each record.',
      ),
    }
  }
  const fault = beyond(value)
  return fault ? { ...row, fault } : { ...row, value }
}

const LONG_NUMBER = /\d{16}/

/** Numbers that a double cannot hold, such as an id of 20 digits, stay the text they were sent as. */
function parse(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text)
  return JSON.parse(text, (_key: string, value: unknown, ...rest: [{ source?: string }?]) => {
    const source = rest[0]?.source
    return typeof value === 'number' && source !== undefined && String(value) !== source && LONG_NUMBER.test(source)
      ? source
      : value
  })
}

/** Walks without recursion: a row of ten thousand levels must not end the process. */
function beyond(row: Record<string, unknown>): RowFault | null {
  let level: object[] = [row]
  let keys = 0
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH_MAX) {
      return rowFault('TOO_DEEP', `The row is nested more than ${DEPTH_MAX} levels deep.`, 'Send a flatter object.')
    }
    const next: object[] = []
    for (const node of level) {
      const names = Object.keys(node)
      keys += names.length
      if (keys > KEYS_MAX) {
        return rowFault('TOO_MANY_KEYS', `The row has more than ${KEYS_MAX} keys.`, 'Send fewer keys in one record.')
      }
      if (names.includes('__proto__')) {
        return {
          ...rowFault('KEY_NOT_ALLOWED', 'The key __proto__ is not taken.', 'Leave the key out.'),
          path: '__proto__',
        }
      }
      for (const child of Object.values(node)) if (typeof child === 'object' && child !== null) next.push(child)
    }
    level = next
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`
}

function reason(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/, .* is not valid JSON$/s, '').slice(0, 200)
    : 'it cannot be read'
}
