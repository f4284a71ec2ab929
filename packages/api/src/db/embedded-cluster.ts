import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { fail } from '@tweeluik/schema'
import type { Place } from './embedded-place.ts'
import { runProgram } from './program.ts'

export const OWNER = 'tweeluik'

/** Names and values of postgresql.conf. */
export type Settings = Readonly<Record<string, string>>

const MEGABYTE = 2 ** 20
const megabytes = (bytes: number) => `${Math.floor(bytes / MEGABYTE)}MB`

/** What this machine has, or the container on it may use. */
const memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)

/** An eighth of the memory: a load writes to all indexes of a table at once, and reads what it does not find here anew. */
const bufferBytes = Math.min(Math.max(memoryBytes / 8, 128 * MEGABYTE), 2_048 * MEGABYTE)

/** For a laptop that answers dashboards; `synchronous_commit` and `fsync` stay on, nothing accepted may be lost. */
const SETTINGS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: megabytes(bufferBytes),
  effective_cache_size: megabytes(memoryBytes / 2),
  maintenance_work_mem: '128MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}

/** Makes the data folder on first use. Whole or not at all: an interrupted initdb leaves nothing that looks finished. */
export async function createCluster(place: Place, bin: string, majorVersion: number): Promise<void> {
  if (existsSync(place.data)) return
  const unfinished = `${place.data}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await writeOwnFile(place, place.passwordFile, randomBytes(24).toString('base64url'))
  const args = ['-D', unfinished, '-U', OWNER, '-E', 'UTF8', ...localeArgs(majorVersion), '-A', 'scram-sha-256']
  args.push(`--pwfile=${place.passwordFile}`, '--no-instructions')
  const { exitCode, output } = await runProgram(join(bin, 'initdb'), args, { cwd: place.home, account: place.account })
  if (exitCode !== 0) {
    fail(
      'INITDB_FAILED',
      '',
      `PostgreSQL could not make its data folder ${place.data}: ${output.trim()}`,
      'See the reason above.',
    )
  }
  await appendFile(join(unfinished, 'postgresql.conf'), "\ninclude_if_exists = 'tweeluik.conf'\n")
  await rename(unfinished, place.data)
}

/**
 * Sorting and letters must not depend on the machine's locales. PostgreSQL brings its own C.UTF-8 since 17; before
 * that only C is everywhere.
 */
function localeArgs(majorVersion: number): readonly string[] {
  return majorVersion >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C']
}

/** @throws EMBEDDED_POSTGRES_VERSION when another major version wrote the data. */
export async function checkClusterVersion(place: Place, majorVersion: number): Promise<void> {
  const written = (await readFile(join(place.data, 'PG_VERSION'), 'utf8')).trim()
  if (written === String(majorVersion)) return
  fail(
    'EMBEDDED_POSTGRES_VERSION',
    '',
    `The data in ${place.data} belong to PostgreSQL ${written}, and this Tweeluik brings PostgreSQL ${majorVersion}.`,
    `Start the Tweeluik that wrote them, or move ${place.home} away to begin anew.`,
  )
}

/** Writes the settings that the next start of the server takes. */
export async function writeSettings(place: Place, port: number, extra: Settings): Promise<void> {
  const settings = Object.entries({ ...SETTINGS, ...extra, port: String(port) })
  const lines = settings.map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
  await writeOwnFile(place, join(place.data, 'tweeluik.conf'), lines.join(''))
}

/** The port of the last start while it is free, else one that is. */
export async function choosePort(place: Place): Promise<number> {
  const kept = existsSync(place.portFile) ? Number(await readFile(place.portFile, 'utf8')) : 0
  const port = (await freePort(kept)) ?? (await freePort(0))
  if (port === undefined) throw new Error('No free port on 127.0.0.1.')
  await writeOwnFile(place, place.portFile, String(port))
  return port
}

/** The port when nothing listens there, any free one for 0, undefined when it is taken. */
async function freePort(port: number): Promise<number | undefined> {
  const server = createServer()
  return new Promise(resolve => {
    server.once('error', () => resolve(undefined))
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

/** A file that says so already is left alone: on a full disk writing it would leave it empty. */
async function writeOwnFile({ account }: Place, file: string, text: string): Promise<void> {
  if (existsSync(file) && (await readFile(file, 'utf8')) === text) return
  await writeFile(file, text, { mode: 0o600 })
  if (account) await chown(file, account.uid, account.gid)
}
