import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { buildWeb, isWebBuilt, webDist } from '../../packages/api/src/cli/web-build.ts'
import { withLock } from '../../packages/api/src/db/lock.ts'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { settle } from '../../packages/api/src/db/settings.ts'
import { fillDemo, unfilledDemo } from '../../packages/api/src/demo/fill.ts'
import { readEnvironment } from '../../packages/api/src/env.ts'
import { openLog } from '../../packages/api/src/observability/log.ts'
import { serve } from '../../packages/api/src/server.ts'
import { testDatabase } from '../support/database.ts'

export interface Site {
  /** `http://127.0.0.1:40123` */
  address: string
  database: Database
  close(): Promise<void>
}

/** Enough people for every card to have a figure in every month. */
export const READABLE = 1_000

/** The product as it is served: its own database, the built web app, and a small demo company. */
export async function openSite(customers: number): Promise<Site> {
  const environment = readEnvironment({ PORT: '0', NODE_ENV: 'test' })
  const { cloneDir } = environment
  // A build empties the folder that another test file may be served from.
  await withLock(join(cloneDir, '.tweeluik/test/web.lock'), async () => {
    if (!(await isWebBuilt(cloneDir))) await buildWeb(cloneDir, new AbortController().signal)
  })
  const database = await testDatabase()
  const settings = await settle(database.owner, environment)
  const log = openLog('silent')
  const server = await serve({ environment, database, settings, log, webDir: webDist(cloneDir) })
  const demo = await unfilledDemo(database, settings, { customers })
  if (demo) await Array.fromAsync(fillDemo(database, server.door, settings, demo))
  return {
    address: server.address,
    database,
    async close() {
      await server.close()
      await database.close()
    },
  }
}

/** Ends when the site has learnt that there are tokens, as it does within a second of the first one. */
export async function strangersKeptOut({ address }: Pick<Site, 'address'>): Promise<void> {
  const ask = () =>
    fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    })
  await vi.waitFor(async () => expect((await ask()).status).toBe(401), { timeout: 10_000, interval: 200 })
}
