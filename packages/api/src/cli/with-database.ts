import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import { openPool } from '../db/connection.ts'
import { countOtherConnections } from '../db/embedded.queries.ts'
import { startEmbedded } from '../db/embedded.ts'
import { prepareDatabase } from '../db/migrate.ts'
import { type Database, openDatabase } from '../db/pools.ts'
import type { Environment } from '../env.ts'

/** The address of the database to use, the embedded server being started when there is no other. */
export async function locateDatabase(environment: Environment): Promise<{ url: string; leave(): Promise<void> }> {
  const { databaseUrl, dataDir, cloneDir } = environment
  if (databaseUrl !== undefined) return { url: databaseUrl, leave: async () => {} }
  const embedded = await startEmbedded({ dataDir, cloneDir })
  return {
    url: embedded.url,
    async leave() {
      if (!embedded.attached && (await isUnused(embedded.url))) await embedded.stop()
    },
  }
}

/**
 * Does the work of one verb on the database, brought to this version, beside a server or without one. An embedded
 * server that was started for it is stopped again, unless others have come to use it.
 */
export async function withDatabase<T>(environment: Environment, work: (database: Database) => Promise<T>): Promise<T> {
  const { url, leave } = await locateDatabase(environment)
  try {
    await prepareDatabase({ url, ownerOnlyTables: OWNER_ONLY_TABLES })
    const database = await openDatabase({ url })
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await leave()
  }
}

async function isUnused(url: string): Promise<boolean> {
  const pool = openPool(url, { max: 1 })
  try {
    return (await countOtherConnections(pool)) === 0
  } finally {
    await pool.end()
  }
}
