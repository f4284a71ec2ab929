import { fail } from '@tweeluik/schema'

/** The SQLSTATE of a PostgreSQL error, or the code of a system error; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (error instanceof AggregateError) return sqlState(error.errors[0])
  if (!(error instanceof Error)) return undefined
  // drizzle wraps what the driver throws.
  return 'code' in error && typeof error.code === 'string' ? error.code : sqlState(error.cause)
}

/**
 * Turns what is wrong with a database's address into one sentence; anything else is thrown as it is.
 *
 * @throws ProblemError, or the error itself.
 */
export function explainConnection(error: unknown, url: string): never {
  const { hostname, port, username, pathname } = new URL(url)
  const server = `${hostname}:${port || 5432}`
  const user = decodeURIComponent(username)
  const database = decodeURIComponent(pathname.slice(1))
  const code = sqlState(error)
  switch (code) {
    case 'ECONNREFUSED':
    case 'CONNECT_TIMEOUT':
    case 'CONNECTION_CLOSED':
    case 'ECONNRESET':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      fail(
        'DATABASE_UNREACHABLE',
        'DATABASE_URL',
        `No PostgreSQL answers at ${server} (${code}).`,
        'Start it, or correct DATABASE_URL.',
      )
      break
    case '28P01':
    case '28000':
      fail(
        'DATABASE_REFUSED',
        'DATABASE_URL',
        `PostgreSQL at ${server} refused the user ${user}.`,
        'Correct user and password in DATABASE_URL.',
      )
      break
    case '3D000':
      fail(
        'DATABASE_MISSING',
        'DATABASE_URL',
        `There is no database ${database} at ${server}.`,
        `Make it: createdb -h ${hostname} -p ${port || 5432} ${database}`,
      )
      break
    case '53300':
      fail(
        'DATABASE_FULL',
        'DATABASE_URL',
        `PostgreSQL at ${server} takes no more connections.`,
        'Raise its max_connections, or end other programs.',
      )
      break
    case '57P03':
      fail(
        'DATABASE_STARTING',
        'DATABASE_URL',
        `PostgreSQL at ${server} is starting or stopping.`,
        'Try again in a moment.',
      )
      break
    case '42501':
      fail(
        'DATABASE_FORBIDS',
        'DATABASE_URL',
        `The user ${user} may not make tables in the database ${database}.`,
        `Let an administrator run: alter database "${database}" owner to "${user}"`,
      )
  }
  throw error
}
