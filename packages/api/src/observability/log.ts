import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** What the database says of a failure, without the values of rows that its message and detail may hold. */
const DATABASE_FACTS = ['code', 'routine', 'table_name', 'column_name', 'constraint_name'] as const

/** One JSON line per event on standard output, or where `destination` says. No personal data and no tokens. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: describeError } }, destination)
}

/** A failure for who runs the server. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: typeof error }
  if (error.name !== 'PostgresError') return { name: error.name, message: error.message, stack: error.stack }
  const said = error as Error & Partial<Record<(typeof DATABASE_FACTS)[number] | 'query', unknown>>
  return {
    name: error.name,
    statement: typeof said.query === 'string' ? /^\s*\/\* (.+?) \*\//.exec(said.query)?.[1] : undefined,
    ...Object.fromEntries(DATABASE_FACTS.map(fact => [fact, said[fact]])),
    stack: error.stack?.split('\n').slice(1).join('\n'),
  }
}
