import { fail } from '@tweeluik/schema'
import { nearest } from '@tweeluik/schema/records'
import { z } from 'zod'
import { readJson } from '../read/json.ts'
import type { RawRow } from '../read/row.ts'

const name = z.string().min(1).max(200)

const messages = {
  SCHEMA: z.looseObject({
    type: z.literal('SCHEMA'),
    stream: name,
    schema: z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() }),
    key_properties: z.array(name).max(100).nullish(),
  }),
  RECORD: z.looseObject({ type: z.literal('RECORD'), stream: name, record: z.record(z.string(), z.unknown()) }),
  STATE: z.looseObject({ type: z.literal('STATE'), value: z.unknown() }),
  ACTIVATE_VERSION: z.looseObject({ type: z.literal('ACTIVATE_VERSION'), stream: name }),
}
type Type = keyof typeof messages

export type Message = { [Name in Type]: z.output<(typeof messages)[Name]> }[Type]

/** A line that is no message, as a tap's log on the wrong stream. */
export interface Noise {
  type: 'NOISE'
  text: string
}

/**
 * What a line of a tap says. Lines that do not even begin as a message are noise; one that does and cannot be read may
 * have been a record, so that nothing after it may be taken as complete.
 *
 * @throws ProblemError that tells what to do about a message that cannot be followed.
 */
export function readMessage(row: RawRow): Message | Noise {
  if (!row.text.startsWith('{')) return { type: 'NOISE', text: row.text }
  const { value, fault } = row.fault ? row : readJson(row)
  if (!value) {
    const why = fault ? `: ${fault.message}` : ''
    fail(
      'TORN_MESSAGE',
      '',
      `Line ${row.line} of the tap is half a message${why}.`,
      'Look why the tap broke off, then run it again: it goes on from the last state.',
    )
  }
  const type = String(value['type'])
  if (type === 'BATCH') refuseBatch(row.line)
  if (!isKnown(type)) refuseType(row.line, type)
  const read = messages[type].safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  return fail(
    'INVALID_MESSAGE',
    issue?.path.join('.') ?? '',
    `Line ${row.line} of the tap is a ${type} that breaks Singer's rules: ${issue?.message ?? 'it is malformed'}.`,
    'Report it to whoever makes the tap.',
  )
}

const isKnown = (type: string): type is Type => Object.hasOwn(messages, type)

function refuseBatch(line: number): never {
  fail(
    'BATCH_NOT_READ',
    'type',
    `Line ${line} of the tap is a BATCH: its records lie in files elsewhere.`,
    'Take batch_config out of the configuration of the tap; it then sends the records themselves.',
  )
}

function refuseType(line: number, type: string): never {
  const near = nearest(type, Object.keys(messages))
  fail(
    'UNKNOWN_MESSAGE',
    'type',
    `Line ${line} of the tap is a message of type ${type.slice(0, 40)}, which Singer does not have.`,
    near ? `Is it meant to be ${near}?` : 'Look for a setting of the tap that leaves it out.',
  )
}
