import { formatAmount, parseAmount } from '@tweeluik/schema'
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'

/** Its own words, since a scalar's message is shown to whoever sent the value. */
function refuse(message: string): never {
  throw new GraphQLError(message)
}

function amountOf(value: unknown): number {
  const amount = typeof value === 'string' || typeof value === 'number' ? parseAmount(value) : null
  return amount ?? refuse('Decimal is an amount of at most ten million with at most four decimals, such as "19.95"')
}

/** Inside it is a whole number of 1/10,000ths, as amounts are stored. */
export const Decimal = new GraphQLScalarType<number, string>({
  name: 'Decimal',
  description: 'An exact decimal number as text, such as "19.95": at most four decimals, no exponent.',
  serialize: value => formatAmount(value as number | bigint | string),
  parseValue: amountOf,
  parseLiteral: (node: ValueNode) =>
    node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT
      ? amountOf(node.value)
      : refuse('Decimal is a text or a number'),
})

/** The database counts from year 1, and writes years of four digits as we do. */
export function isStorable(at: Date): boolean {
  return at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999
}

function storable(at: Date): Date {
  return isStorable(at) ? at : refuse('DateTime lies from year 1 to year 9999')
}

export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant with its zone, such as "2026-03-01T09:30:00+01:00"; answers are in UTC, to the millisecond.',
  parseValue: value => storable(GraphQLDateTimeISO.parseValue(value)),
  parseLiteral: (node, variables) => storable(GraphQLDateTimeISO.parseLiteral(node, variables)),
})

/** Whether this is a day on the calendar, as the database writes it. */
export function isDay(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && isStorable(at) && at.toISOString().slice(0, 10) === text
}

const DAYS = /^(19|20|21)/

/** A day stays the text that it is: a JavaScript Date would be an instant in some zone. Our own are not checked again. */
export const Day = new GraphQLScalarType<string, string>({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar day of 1900 to 2199 in the organisation\'s time zone, such as "2026-03-01".',
  serialize: String,
  parseValue: value => inCalendar(GraphQLLocalDate.parseValue(value)),
  parseLiteral: (node, variables) => inCalendar(GraphQLLocalDate.parseLiteral(node, variables)),
})

function inCalendar(day: string): string {
  return DAYS.test(day) ? day : refuse('Date is a day of 1900 to 2199')
}
