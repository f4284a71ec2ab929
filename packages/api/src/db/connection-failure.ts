import { fail } from '@tweeluik/schema'

/** The SQLSTATE of a PostgreSQL error, or the code of a system error; undefined for anything else. */
export function sqlState(error: unknown): string | undefined {
  if (error instanceof AggregateError) return sqlState(error.errors[0])
  if (!(error instanceof Error)) return undefined
  // drizzle wraps what the driver throws.
  return 'code' in error && typeof error.code === 'string' ? error.code : sqlState(error.cause)
}

const CONNECTION_LOST: ReadonlySet<string> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
])
/** Of PostgreSQL: connection, resources, an end that its operator or a crash made, and the machine's own. */
const SERVER_TROUBLE = /^(08|53|57P0|58)/

/** Whether an established connection broke, as when its process on the other side ends. */
export const isConnectionLost = (error: unknown) => CONNECTION_LOST.has(sqlState(error) ?? '')

/**
 * Whether PostgreSQL as a whole is at fault - away, starting, out of room or of connections - and not what it was
 * asked: the same succeeds when it is well again.
 */
export function isDatabaseUnwell(error: unknown): boolean {
  return isConnectionLost(error) || SERVER_TROUBLE.test(sqlState(error) ?? '')
}

/** Whether PostgreSQL has no room to write in. */
export const isDiskFull = (error: unknown) => sqlState(error) === '53100'

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
