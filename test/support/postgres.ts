import { join } from 'node:path'
import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../packages/api/src/db/embedded.ts'
import { withLock } from '../../packages/api/src/db/lock.ts'
import { prepareDatabase } from '../../packages/api/src/db/migrate.ts'
import { createDatabase, dropDatabasesAndReaders, testDatabases } from './database.queries.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: {
      /** Of the server's owner. */
      url: string
      /** A migrated, empty database that nobody is connected to. */
      template: string
      /** Begins the names of this run's databases. */
      prefix: string
    }
  }
}

const cloneDir = join(import.meta.dirname, '../..')
const dataDir = join(cloneDir, '.tweeluik/test')

/**
 * One server for the whole run, with a migrated database that test files copy. Runs at the same time share the server;
 * their databases carry the number of their process, and the last one out stops it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `test_${process.pid}_`
  const template = `${prefix}template`
  const server = await alone(async () => {
    const server = await startEmbedded({
      dataDir,
      cloneDir,
      // Nothing here has to outlive a power cut.
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
    })
    await withServer(server.url, async sql => {
      const leftovers = (await testDatabases(sql)).filter(name => name.startsWith(prefix) || !isOfLivingRun(name))
      await dropDatabasesAndReaders(sql, leftovers)
      await createDatabase(sql, template)
    })
    return server
  })
  await prepareDatabase({ url: urlOfDatabase(server.url, template), ownerOnlyTables: OWNER_ONLY_TABLES })
  project.provide('postgres', { url: server.url, template, prefix })
  return () =>
    alone(async () => {
      const others = await withServer(server.url, async sql => {
        const databases = await testDatabases(sql)
        const own = databases.filter(name => name.startsWith(prefix))
        await dropDatabasesAndReaders(sql, own)
        return databases.filter(name => !name.startsWith(prefix) && isOfLivingRun(name))
      })
      if (others.length === 0) await server.stop()
    })
}

export function urlOfDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = database
  return url.href
}

/** Does some work on the server itself, on a connection of its own. */
export async function withServer<T>(serverUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  return withLock(join(dataDir, 'runs.lock'), work)
}

function isOfLivingRun(database: string): boolean {
  try {
    return process.kill(Number(database.split('_')[1]), 0)
  } catch {
    return false
  }
}
