import { join } from 'node:path'
import { startEmbedded } from '../../../packages/api/src/db/embedded.ts'
import { databaseOfMigrations, startServer, tweeluik } from '../processes.ts'
import { fillCompany } from './company.ts'

const cloneDir = join(import.meta.dirname, '../../..')
const dataDir = join(cloneDir, '.tweeluik/bench/graphql')

/** One database and two servers over it. */
export interface Ground extends AsyncDisposable {
  tweeluikUrl: string
  postgraphileUrl: string
}

/** Starts everything, each in a process of its own; the database stays filled for the next time. */
export async function openGround(tell: (line: string) => void): Promise<Ground> {
  const stack = new AsyncDisposableStack()
  try {
    const postgres = await startEmbedded({ dataDir, cloneDir })
    stack.defer(() => postgres.stop())
    const databaseUrl = await databaseOfMigrations(postgres.url, 'bench')
    const environment = { DATABASE_URL: databaseUrl, TWEELUIK_DATA_DIR: dataDir, TWEELUIK_DEMO: 'off', PORT: '0' }
    const ours = stack.use(await startServer([...tweeluik, 'start', '--json'], environment))
    await fillCompany(ours.address, tell)
    const postgraphile = stack.use(
      await startServer(
        ['--import', '@oxc-node/core/register', join(import.meta.dirname, 'postgraphile.ts'), databaseUrl],
        {
          GRAPHILE_ENV: 'production',
        },
      ),
    )
    const owned = stack.move()
    return {
      tweeluikUrl: ours.address,
      postgraphileUrl: postgraphile.address,
      [Symbol.asyncDispose]: () => owned.disposeAsync(),
    }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}
