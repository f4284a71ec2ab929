import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createDatabase } from '../../packages/api/src/db/embedded.queries.ts'

const cloneDir = join(import.meta.dirname, '../..')

/** The program, as a bench runs it. */
export const tweeluik = [
  '--max-semi-space-size=4',
  '--import',
  '@oxc-node/core/register',
  join(cloneDir, 'packages/api/src/cli/main.ts'),
]

/** A database for each state of the migrations: what another state has made of it could not be opened. */
export async function databaseOfMigrations(ownerUrl: string, prefix: string): Promise<string> {
  const journal = await readFile(join(cloneDir, 'packages/schema/migrations/meta/_journal.json'))
  const name = `${prefix}_${createHash('sha256').update(journal).digest('hex').slice(0, 8)}`
  await createDatabase(ownerUrl, name)
  const url = new URL(ownerUrl)
  url.pathname = name
  return url.href
}

/** A process that prints its address as JSON when it is up, and ends with whoever started it. */
export async function startServer(args: readonly string[], variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, args, {
    cwd: cloneDir,
    env: { NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${args.join(' ')} did not start`))),
  ])) as [string]
  const { address } = JSON.parse(line) as { address?: string }
  if (address === undefined || child.pid === undefined) throw new Error(line)
  return { address, pid: child.pid, [Symbol.asyncDispose]: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
