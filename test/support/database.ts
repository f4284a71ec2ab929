import { randomUUID } from 'node:crypto'
import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import { inject, onTestFinished } from 'vitest'
import { prepareDatabase } from '../../packages/api/src/db/migrate.ts'
import { type Database, openDatabase } from '../../packages/api/src/db/pools.ts'
import { copyDatabase, createDatabase, dropDatabasesAndReaders } from './database.queries.ts'
import { urlOfDatabase, withServer } from './postgres.ts'

/** An own, migrated, empty database with its reader. `close()` drops it together with its role; call it in `afterAll`. */
export async function testDatabase(): Promise<Database> {
  const { url: serverUrl, template } = inject('postgres')
  const name = newName()
  const url = urlOfDatabase(serverUrl, name)
  await withServer(serverUrl, sql => copyDatabase(sql, template, name))
  await prepareDatabase({ url, ownerOnlyTables: OWNER_ONLY_TABLES })
  const database = await openDatabase({ url, ownerConnectionsMax: 6, readerConnectionsMax: 4 })
  return {
    ...database,
    async close() {
      await database.close()
      await withServer(serverUrl, sql => dropDatabasesAndReaders(sql, [name]))
    },
  }
}

/** The owner's address of an own database without any table, dropped when the running test ends. */
export async function bareDatabaseOfTest(): Promise<string> {
  const { url: serverUrl } = inject('postgres')
  const name = newName()
  await withServer(serverUrl, sql => createDatabase(sql, name))
  onTestFinished(() => withServer(serverUrl, sql => dropDatabasesAndReaders(sql, [name])))
  return urlOfDatabase(serverUrl, name)
}

function newName(): string {
  return inject('postgres').prefix + randomUUID().slice(0, 8)
}
