import { fail } from '@tweeluik/schema'
import type { PendingQuery, Row } from 'postgres'
import { openPool, type Sql, type TransactionSql } from './connection.ts'
import { readerLogin, setBrands, setStatementTimeout } from './roles.queries.ts'

export type { Sql, TransactionSql } from './connection.ts'

/** A query of any type of row, not yet sent. A promise that is already under way would not be in the transaction. */
type Question = Promise<unknown> & Pick<PendingQuery<Row[]>, 'cancel'>
type Answers<Questions extends readonly Question[]> = {
  -readonly [Index in keyof Questions]: Awaited<Questions[Index]>
}

export interface Database {
  url: string
  /** Sees and writes everything: for loading, derivation, jobs and the command line, never for a reader's question. */
  owner: Sql
  /** The owner's one connection for loads: the tables that they make for themselves stay at hand, in memory. */
  loader: Sql
  /** Without {@link Database.asReader} its queries see no row at all. */
  reader: Sql
  /**
   * Asks on behalf of someone who may see these brands. All questions are sent together in one read-only
   * REPEATABLE READ transaction, so they agree with each other; the answers come in their order. Nothing inside may
   * wait for another connection of the pool: transactions that do so end up waiting for each other.
   *
   * @param brands none: no row is visible.
   */
  asReader<const Questions extends readonly Question[]>(
    brands: readonly string[],
    ask: (sql: TransactionSql) => Questions,
  ): Promise<Answers<Questions>>
  /** Waits for running queries, at most `drainSeconds`. */
  close(): Promise<void>
}

interface DatabaseOptions {
  /** Of the owner. The database has been prepared by `prepareDatabase`. */
  url: string
  ownerConnectionsMax?: number
  readerConnectionsMax?: number
  readTimeoutMs?: number
  drainSeconds?: number
}

/** Opens the pools. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, ownerConnectionsMax = 10, readerConnectionsMax = 10, readTimeoutMs = 15_000, drainSeconds = 5 } = options
  const owner = openPool(url, { max: ownerConnectionsMax })
  const loader = openPool(url, { max: 1, settings: { temp_buffers: '32MB' } })
  const reader = openPool(url, { max: readerConnectionsMax, login: await readerLogin(owner) })
  return {
    url,
    owner,
    loader,
    reader,
    async asReader(brands, ask) {
      const { answers } = await reader.begin('isolation level repeatable read read only', async sql => {
        // A query is sent when it is first awaited: the settings must be in line before the questions are.
        const settings = Promise.all([setBrands(sql, brandList(brands)), setStatementTimeout(sql, readTimeoutMs)])
        const [answers] = await Promise.all([Promise.all(ask(sql)), settings])
        return { answers }
      })
      return answers
    },
    async close() {
      await Promise.all([owner, loader, reader].map(pool => pool.end({ timeout: drainSeconds })))
    },
  }
}

function brandList(brands: readonly string[]): string {
  const odd = brands.find(brand => brand === '' || /[,\0]/.test(brand))
  if (odd !== undefined)
    fail('BAD_BRAND', 'brand', `${JSON.stringify(odd)} cannot be a brand.`, 'Use a name without a comma.')
  return brands.join(',')
}
