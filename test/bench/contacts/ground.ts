import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startEmbedded } from '../../../packages/api/src/db/embedded.ts'
import { databaseOfMigrations, startServer, tweeluik } from '../processes.ts'

const cloneDir = join(import.meta.dirname, '../../..')
export const benchDir = join(cloneDir, '.tweeluik/bench/contacts')

/** How many contacts the demo company has for each of its customers. */
const CONTACTS_PER_CUSTOMER = 3

/** A demo company of contacts alone, and a server over it. */
export interface Ground extends AsyncDisposable {
  contacts: number
  address: string
  databaseUrl: string
  /** The process of the server. */
  server: number
}

/** The company stays for the next time; a filling that was stopped goes on where it ended. */
export async function openGround(contacts: number, tell: (line: string) => void): Promise<Ground> {
  const stack = new AsyncDisposableStack()
  try {
    const postgres = await startEmbedded({ dataDir: benchDir, cloneDir })
    stack.defer(() => postgres.stop())
    const databaseUrl = await databaseOfMigrations(postgres.url, `contacts_${contacts}`)
    const environment = { DATABASE_URL: databaseUrl, TWEELUIK_DATA_DIR: join(benchDir, 'server'), PORT: '0' }
    await fill(Math.round(contacts / CONTACTS_PER_CUSTOMER), ['--contacts-only'], environment, tell)
    const server = stack.use(
      await startServer([...tweeluik, 'start', '--json'], { ...environment, TWEELUIK_DEMO: 'off' }),
    )
    const owned = stack.move()
    return {
      contacts,
      address: server.address,
      databaseUrl,
      server: server.pid,
      [Symbol.asyncDispose]: () => owned.disposeAsync(),
    }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

/** By the door that everybody's records take; nothing to do where it is full. */
export async function fill(
  customers: number,
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
  tell: (line: string) => void,
): Promise<void> {
  tell(`a company of ${customers} customers: filling what is not there yet`)
  const child = spawn(process.execPath, [...tweeluik, 'demo', '--customers', String(customers), ...flags, '--json'], {
    cwd: cloneDir,
    env: { NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', chunk => said.push(chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  const text = Buffer.concat(said).toString()
  if (code !== 0 && !text.includes('NOT_EMPTY')) throw new Error(`The company could not be filled: ${text}`)
}
