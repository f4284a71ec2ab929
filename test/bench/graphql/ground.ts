import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createDatabase } from '../../../packages/api/src/db/embedded.queries.ts'
import { startEmbedded } from '../../../packages/api/src/db/embedded.ts'
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
    const databaseUrl = await databaseOfMigrations(postgres.url)
    const environment = { DATABASE_URL: databaseUrl, TWEELUIK_DATA_DIR: dataDir, TWEELUIK_DEMO: 'off', PORT: '0' }
    const tweeluik = stack.use(
      await start(
        ['--max-semi-space-size=64', join(cloneDir, 'packages/api/src/cli/main.ts'), 'start', '--json'],
        environment,
      ),
    )
    await fillCompany(tweeluik.address, tell)
    const postgraphile = stack.use(
      await start([join(import.meta.dirname, 'postgraphile.ts'), databaseUrl], { GRAPHILE_ENV: 'production' }),
    )
    const owned = stack.move()
    return {
      tweeluikUrl: tweeluik.address,
      postgraphileUrl: postgraphile.address,
      [Symbol.asyncDispose]: () => owned.disposeAsync(),
    }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

/** One for each state of the migrations: what another state has made of it could not be opened. */
async function databaseOfMigrations(ownerUrl: string): Promise<string> {
  const journal = await readFile(join(cloneDir, 'packages/schema/migrations/meta/_journal.json'))
  const name = `bench_${createHash('sha256').update(journal).digest('hex').slice(0, 8)}`
  await createDatabase(ownerUrl, name)
  const url = new URL(ownerUrl)
  url.pathname = name
  return url.href
}

/** A process that prints its address as JSON when it is up. */
async function start(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', ...args], {
    cwd: cloneDir,
    env: { NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${args.join(' ')} did not start`))),
  ])) as [string]
  const { address } = JSON.parse(line) as { address?: string }
  if (address === undefined) throw new Error(line)
  return {
    address,
    [Symbol.asyncDispose]: () => end(child),
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
