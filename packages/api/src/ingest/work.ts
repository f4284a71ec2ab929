import type { Database } from '../db/pools.ts'
import { isAnyUnready } from '../db/rollup-parts.queries.ts'
import type { Door } from './door.ts'
import { forgetDeliveries } from './forget.ts'
import { rejectExpired } from './load/expire.ts'
import type { LoadSettings } from './load/load.ts'
import { judgeOverdue } from './load/overdue.ts'
import { rederiveSlice } from './load/rederive.ts'
import { compactWhenDue } from './rollup/compact.ts'
import { rebuild } from './rollup/rebuild.ts'

/** Looking for what may be forgotten reads all deliveries. */
const FORGET_EVERY_MS = 3_600_000

export interface WorkOptions {
  database: Database
  door: Door
  settings: LoadSettings
  /** What waits longer for its contact is rejected. */
  waitDays: number
  /** Whether loads follow each other just now. */
  isBusy(): boolean
  onFailure(error: unknown): void
  /** Between two looks when there is nothing to do. */
  pauseMs?: number
}

/**
 * What goes on behind the loads: abandoned batches, what follows from a new rate or map, promises broken, folding, rows
 * that waited in vain, deliveries to be forgotten, parts that are not ready.
 */
export interface Work {
  /** Ends after the piece in hand. */
  stop(): Promise<void>
}

/** Younger batches are still in the hands of whoever accepted them. */
export const ABANDONED_AFTER_MS = 15_000

export function startWork(options: WorkOptions): Work {
  const { database, door, settings, waitDays, isBusy, onFailure, pauseMs = 1_000 } = options
  let stopped = false
  let forgetAt = 0
  let wake = () => {}
  const goOn = () => !stopped

  async function run(): Promise<void> {
    await attempt(() => door.recover(0, goOn))
    await attempt(() => makePartsReady(database))
    while (!stopped) {
      const recovered = await attempt(() => door.recover(ABANDONED_AFTER_MS, goOn))
      const rederived = await attempt(() => rederiveSlice(database, settings))
      const judged = await attempt(() => judgeOverdue(database, settings))
      const folded = await attempt(() => compactWhenDue(database, isBusy()))
      if (!recovered && !rederived && !judged && !folded) {
        await attempt(() => rejectExpired(database, waitDays))
        await attempt(forgetWhenDue)
        await pause()
      }
    }
  }

  async function forgetWhenDue(): Promise<void> {
    if (Date.now() < forgetAt) return
    const isMore = await forgetDeliveries(database)
    if (!isMore) forgetAt = Date.now() + FORGET_EVERY_MS
  }

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    if (stopped) return null
    try {
      return await work()
    } catch (error) {
      onFailure(error)
      await pause()
      return null
    }
  }

  const pause = () =>
    new Promise<void>(resolve => {
      if (stopped) return resolve()
      const timer = setTimeout(resolve, pauseMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const running = run()
  return {
    async stop() {
      stopped = true
      wake()
      await running
    },
  }
}

async function makePartsReady(database: Database): Promise<void> {
  if (await isAnyUnready(database.owner)) await rebuild(database)
}
