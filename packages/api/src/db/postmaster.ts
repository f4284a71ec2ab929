import { existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fail } from '@tweeluik/schema'
import { commandOf } from './command-of.ts'
import type { Place } from './embedded-place.ts'
import { runProgram } from './program.ts'

const POLL_MS = 50
/** Recovery after a crash reads up to max_wal_size. */
const START_SECONDS = 300
const STOP_SECONDS = 120

export interface Postmaster {
  pid: number
  port: number
  status: string
}

/**
 * The server that runs on this data folder, or null. A `postmaster.pid` that outlived its server is no server, also
 * when another process has its number by now.
 */
export async function findPostmaster(place: Place): Promise<Postmaster | null> {
  const file = join(place.data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = (await readFile(file, 'utf8')).split('\n')
  const [pid, port, status] = [Number(lines[0]), Number(lines[3]), (lines[7] ?? '').trim()]
  return (await isPostmaster(pid, place.data)) ? { pid, port, status } : null
}

/** Waits until a server that is starting or stopping has done so; null when none runs (any more). */
export async function settledPostmaster(place: Place): Promise<Postmaster | null> {
  const deadline = Date.now() + START_SECONDS * 1000
  while (true) {
    const postmaster = await findPostmaster(place)
    if (postmaster === null || postmaster.status === 'ready') return postmaster
    if (Date.now() > deadline) {
      fail(
        'POSTGRES_STUCK',
        '',
        `PostgreSQL (process ${postmaster.pid}) is still '${postmaster.status}'.`,
        `See ${place.log}.`,
      )
    }
    await pause(POLL_MS)
  }
}

/** Starts the server in a session of its own and returns when it takes connections; false when it did not start. */
export async function startPostmaster(place: Place, bin: string): Promise<boolean> {
  // PostgreSQL believes that any process of its account under the old number is the server, and would refuse.
  await rm(join(place.data, 'postmaster.pid'), { force: true })
  if (existsSync(place.log)) await rename(place.log, `${place.log}.previous`)
  const { exitCode } = await pgCtl(place, bin, 'start', '-w', '-t', String(START_SECONDS), '-l', place.log)
  return exitCode === 0
}

/** Ends the server and its connections in good order; does nothing when none runs. */
export async function stopPostmaster(place: Place, bin: string): Promise<boolean> {
  if ((await findPostmaster(place)) === null) return false
  const { exitCode, output } = await pgCtl(place, bin, 'stop', '-w', '-t', String(STOP_SECONDS), '-m', 'fast')
  if (exitCode !== 0 && (await findPostmaster(place)) !== null) {
    fail('POSTGRES_STUCK', '', `PostgreSQL did not stop: ${output.trim()}`, `See ${place.log}.`)
  }
  return true
}

/** The last lines of the server's log, for a sentence about why it did not start. */
export async function lastLogLines(place: Place): Promise<string> {
  const log = await readFile(place.log, 'utf8').catch(() => 'it wrote no log')
  return log.trim().split('\n').slice(-4).join(' | ')
}

function pgCtl(place: Place, bin: string, ...args: readonly string[]) {
  return runProgram(join(bin, 'pg_ctl'), ['-D', place.data, ...args], { cwd: place.home, account: place.account })
}

async function isPostmaster(pid: number, data: string): Promise<boolean> {
  const command = await commandOf(pid)
  if (command === undefined) return false
  // Windows tells a process's name only.
  return command.includes('postgres') && (process.platform === 'win32' || command.includes(data))
}
