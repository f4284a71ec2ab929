import type { Database } from '../../packages/api/src/db/pools.ts'

export interface Recorded {
  database: Database
  /** Of each transaction that a reader had, its statements as the database got them. */
  transactions: string[][]
}

/** A database that also writes down what readers ask it. */
export function recordStatements(database: Database): Recorded {
  const transactions: string[][] = []
  return {
    transactions,
    database: {
      ...database,
      async asReader(brands, ask) {
        const answers = await database.asReader(brands, ask)
        const statements = answers as readonly { statement: { string: string } }[]
        transactions.push(statements.map(({ statement }) => statement.string.replaceAll(/\s+/g, ' ').trim()))
        return answers
      },
    },
  }
}
