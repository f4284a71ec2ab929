import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandOf } from '../db/command-of.ts'
import { withLock } from '../db/lock.ts'

const POLL_MS = 100
const HEALTH_TIMEOUT_MS = 2000

/** The content of `run.json`: the server of this data folder. */
export interface Run {
  pid: number
  /** Null while it starts. */
  address: string | null
}

interface Claim {
  /** Writes down where the server answers. */
  announce(address: string): Promise<void>
  release(): Promise<void>
}

/**
 * Makes this process the server of the data folder, or returns the one there is, waiting while that one starts. A
 * file that a killed server left behind counts for nothing.
 */
export async function claimRun(dataDir: string): Promise<{ claim: Claim } | { running: Run }> {
  const file = runFile(dataDir)
  const write = (address: string | null) => writeFile(file, `${JSON.stringify({ pid: process.pid, address })}\n`)
  const claim: Claim = { announce: write, release: () => rm(file, { force: true }) }
  while (true) {
    const running = await withLock(join(dataDir, 'run.lock'), async () => {
      const found = await findRun(dataDir)
      if (found === null) await write(null)
      return found
    })
    if (running === null) return { claim }
    if (running.address !== null) return { running }
    await pause(POLL_MS)
  }
}

/** The server of this data folder that runs now, or null. */
export async function findRun(dataDir: string): Promise<Run | null> {
  const run = await readRun(dataDir)
  if (run === null || run.pid === process.pid || !(await isServer(run.pid))) return null
  return run.address === null || (await answers(run.address)) ? run : null
}

/** Sends SIGTERM to the server, also to one that does not answer, and waits until it is gone; null when there is none. */
export async function endRun(dataDir: string, timeoutMs: number): Promise<'ended' | 'stuck' | null> {
  const run = await readRun(dataDir)
  if (run === null || run.pid === process.pid || !(await isServer(run.pid))) return null
  process.kill(run.pid, 'SIGTERM')
  const deadline = Date.now() + timeoutMs
  while (await isServer(run.pid)) {
    if (Date.now() > deadline) return 'stuck'
    await pause(POLL_MS)
  }
  return 'ended'
}

async function readRun(dataDir: string): Promise<Run | null> {
  const file = runFile(dataDir)
  if (!existsSync(file)) return null
  try {
    const run: unknown = JSON.parse(await readFile(file, 'utf8'))
    return isRun(run) ? run : null
  } catch {
    return null
  }
}

function isRun(value: unknown): value is Run {
  if (typeof value !== 'object' || value === null || !('pid' in value && 'address' in value)) return false
  return Number.isSafeInteger(value.pid) && (value.address === null || typeof value.address === 'string')
}

/** Process numbers are used again, in containers at once: the number must belong to a server of ours, not to a shell. */
async function isServer(pid: number): Promise<boolean> {
  const command = await commandOf(pid)
  if (command === undefined) return false
  if (process.platform === 'win32') return command.includes('node')
  return /^(?!\S*sh ).*cli\/main\.ts (start|dev)\b/.test(command)
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health/live', address), { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })
    return response.ok
  } catch {
    return false
  }
}

function runFile(dataDir: string): string {
  return join(dataDir, 'run.json')
}
