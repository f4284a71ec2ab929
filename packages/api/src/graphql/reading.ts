import type { PendingQuery, Row } from 'postgres'
import type { Database, TransactionSql } from '../db/pools.ts'
import { refuseHeavy } from '../db/too-heavy.ts'

type Statement = (sql: TransactionSql) => PendingQuery<Row[]>

/** Asks the database one statement on behalf of a viewer. */
export type Read = <Found extends object>(statement: Statement) => Promise<readonly Found[]>

interface Waiting {
  statement: Statement
  resolve(rows: readonly Row[]): void
  reject(reason: unknown): void
}

/**
 * What is asked in one turn of the event loop goes to the database together, in one transaction: one level of a nested
 * question costs one round trip, and its answers agree. They fail together too.
 */
export function readerFor(database: Pick<Database, 'asReader'>, brands: readonly string[]): Read {
  let waiting: Waiting[] = []
  const send = async () => {
    const turn = waiting
    waiting = []
    try {
      const asked = database.asReader(brands, sql => turn.map(({ statement }) => statement(sql)))
      const answers = await asked.catch(refuseHeavy)
      for (const [index, { resolve }] of turn.entries()) resolve(answers[index] ?? [])
    } catch (error) {
      for (const { reject } of turn) reject(error)
    }
  }
  return <Found extends object>(statement: Statement) =>
    new Promise<readonly Found[]>((resolve, reject) => {
      // Later than the next tick, in which data loaders send off their batches.
      if (waiting.length === 0) setImmediate(send)
      waiting.push({ statement, resolve: rows => resolve(rows as readonly Found[]), reject })
    })
}
