import { join } from 'node:path'
import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import postgres from 'postgres'
import { createDatabase } from '../../../packages/api/src/db/embedded.queries.ts'
import { startEmbedded } from '../../../packages/api/src/db/embedded.ts'
import { prepareDatabase } from '../../../packages/api/src/db/migrate.ts'
import { dropDatabasesAndReaders } from '../../support/database.queries.ts'
import { startServer, tweeluik } from '../processes.ts'

const cloneDir = join(import.meta.dirname, '../../..')
export const ingestDir = join(cloneDir, '.tweeluik/bench/ingest')

/** A server over a database of its own, both empty. */
export interface Ground extends AsyncDisposable {
  address: string
  sql: postgres.Sql
}

/** All of it goes when it is done with. */
export async function openGround(): Promise<Ground> {
  const stack = new AsyncDisposableStack()
  try {
    const embedded = await startEmbedded({ dataDir: ingestDir, cloneDir })
    stack.defer(() => embedded.stop())
    const { url } = stack.use(await freshDatabase(embedded.url))
    const environment = { DATABASE_URL: url, TWEELUIK_DATA_DIR: ingestDir, TWEELUIK_DEMO: 'off', PORT: '0' }
    const server = stack.use(await startServer([...tweeluik, 'start', '--json'], environment))
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    stack.defer(() => sql.end())
    const owned = stack.move()
    return { address: server.address, sql, [Symbol.asyncDispose]: () => owned.disposeAsync() }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

/** A migrated database without any row, which goes with its reader. */
export async function freshDatabase(ownerUrl: string): Promise<AsyncDisposable & { url: string }> {
  const name = `ingest_${Date.now()}`
  const url = new URL(ownerUrl)
  url.pathname = name
  await createDatabase(ownerUrl, name)
  await prepareDatabase({ url: url.href, ownerOnlyTables: OWNER_ONLY_TABLES })
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      const admin = postgres(ownerUrl, { max: 1, onnotice: () => {} })
      await dropDatabasesAndReaders(admin, [name])
      await admin.end()
    },
  }
}

interface Receipt {
  state?: string
  rejected?: number
}

/** Sends NDJSON and waits until it is loaded; throws when any row was not taken. */
export async function send(ground: Pick<Ground, 'address'>, kind: string, body: string): Promise<void> {
  const receipt = await hand(ground, kind, body)
  if (receipt.state !== 'loaded') throw new Error(JSON.stringify(receipt))
}

/** Sends NDJSON and waits a while until it is loaded; throws when a row was not taken. */
export async function hand({ address }: Pick<Ground, 'address'>, kind: string, body: string): Promise<Receipt> {
  const answer = await fetch(`${address}/ingest/${kind}?source=bench`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', prefer: 'wait=60' },
    body,
  })
  const receipt = (await answer.json()) as Receipt
  if (receipt.rejected !== 0) throw new Error(JSON.stringify(receipt))
  return receipt
}
