import { join } from 'node:path'
import { startEmbedded } from '../../../packages/api/src/db/embedded.ts'
import { fill } from '../contacts/ground.ts'
import { databaseOfMigrations, startServer, tweeluik } from '../processes.ts'

const cloneDir = join(import.meta.dirname, '../../..')
export const webBenchDir = join(cloneDir, '.tweeluik/bench/web')

/** How many customers the demo company has, and whether all that it has is contacts. */
export interface Company {
  customers: number
  contactsOnly: boolean
}

/** The product as it is served, over one company, which stays filled for the next time. Asks its measure by its address. */
export async function withCompany<T>(
  { customers, contactsOnly }: Company,
  tell: (line: string) => void,
  measure: (address: string) => Promise<T>,
): Promise<T> {
  await using stack = new AsyncDisposableStack()
  const postgres = await startEmbedded({ dataDir: webBenchDir, cloneDir })
  stack.defer(() => postgres.stop())
  const DATABASE_URL = await databaseOfMigrations(postgres.url, `web_${customers}`)
  const environment = { DATABASE_URL, TWEELUIK_DATA_DIR: join(webBenchDir, 'server'), PORT: '0' }
  await fill(customers, contactsOnly ? ['--contacts-only'] : [], environment, tell)
  const server = await startServer([...tweeluik, 'start', '--json'], { ...environment, TWEELUIK_DEMO: 'off' })
  stack.use(server)
  return await measure(server.address)
}
