import postgres from 'postgres'

/**
 * How values come back: `date` as the text `YYYY-MM-DD`, `timestamptz` as a Date, `numeric` as text (no digit is lost),
 * `int8` as a number while that is exact, beyond 2^53 as a bigint, with which arithmetic fails loudly instead of
 * being wrong quietly.
 */
const types = {
  day: {
    to: 1082,
    from: [1082],
    serialize: (day: string): string => day,
    parse: (text: string): string => text,
  },
  whole: {
    to: 20,
    from: [20],
    serialize: (value: number | bigint): string => String(value),
    parse: (text: string): number | bigint => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text)),
  },
}

const RECONNECT_SECONDS = 0.5

interface PoolOptions {
  max: number
  /** Instead of the ones in the address. */
  login?: { user: string; password: string }
  /** Settings of the server for these connections. */
  settings?: Readonly<Record<string, string>>
}

/**
 * A pool of connections with our types. `drizzle(pool)` would replace the types of dates for every other user of the
 * pool: give drizzle a pool of its own.
 */
export function openPool(url: string, { max, login, settings }: PoolOptions) {
  return postgres(url, {
    ...login,
    types,
    max,
    connect_timeout: 10,
    // The driver's own pause grows to 20 s: so long would a server be deaf to a database that is back.
    backoff: () => RECONNECT_SECONDS,
    onnotice: () => {},
    connection: {
      ...settings,
      application_name: 'tweeluik',
      TimeZone: 'UTC',
      // Literals are escaped by doubling quotes alone.
      standard_conforming_strings: 'on',
    },
  })
}

export type Sql = ReturnType<typeof openPool>
export type TransactionSql = Parameters<Parameters<Sql['begin']>[1]>[0]
