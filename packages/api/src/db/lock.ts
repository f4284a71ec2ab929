import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { fail } from '@tweeluik/schema'

const SQLITE_BUSY = 5
const RETRY_MS = 50

/**
 * Runs `work` while no other process runs under the same lock file. The lock is SQLite's, thus the operating system's:
 * it ends with the process that holds it, also by kill -9, so there is no stale lock to guess about.
 *
 * @throws LOCK_TIMEOUT when another process kept it for `timeoutMs`.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, timeoutMs = 120_000): Promise<T> {
  await mkdir(dirname(file), { recursive: true })
  const deadline = Date.now() + timeoutMs
  while (true) {
    const database = new DatabaseSync(file, { timeout: 0 })
    try {
      if (tryLock(database)) return await work()
    } finally {
      database.close()
    }
    if (Date.now() > deadline) {
      fail('LOCK_TIMEOUT', '', `Another process has held ${file} for ${timeoutMs / 1000} s.`, 'Wait for it, or end it.')
    }
    await pause(RETRY_MS)
  }
}

function tryLock(database: DatabaseSync): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false
    throw error
  }
}
