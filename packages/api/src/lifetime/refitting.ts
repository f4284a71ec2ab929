import { setTimeout as delay } from 'node:timers/promises'
import { dayReader } from '@tweeluik/schema'
import type { Database } from '../db/pools.ts'
import { ordersKept } from './lifetime.queries.ts'
import { dueFits, type FitSettings, makeFits } from './refit.ts'

export interface RefittingOptions {
  database: Database
  settings: FitSettings
  onFailure(error: unknown): void
  pauseMs?: number
}

/** Fits made behind the loads: each night, and before it when there are many more orders than at the last look. */
export interface Refitting {
  /** Says that a load has ended. */
  noteLoad(): void
  /** Ends after the fit in hand. */
  stop(): Promise<void>
}

/** So long after a load no other is under way: who fits in the midst of an import fits half of it. */
const QUIET_MS = 10_000
/** A base that has grown by so much is fitted again before the night. */
const GROWTH = 1.2

export function startRefitting({ database, settings, onFailure, pauseMs = 1_000 }: RefittingOptions): Refitting {
  const dayOf = dayReader(settings.timeZone)
  const stopping = new AbortController()
  const { signal } = stopping
  let loadedAt = 0
  let isNew = true
  let looked = { day: '', orders: 0 }

  async function isTime(): Promise<boolean> {
    const day = dayOf(Date.now())
    if (Date.now() - loadedAt < QUIET_MS || (day === looked.day && !isNew)) return false
    isNew = false
    const orders = await ordersKept(database.owner)
    if (day === looked.day && orders <= looked.orders * GROWTH) return false
    looked = { day, orders }
    return true
  }

  async function refit(): Promise<void> {
    for await (const _made of makeFits(database, settings, await dueFits(database, settings))) {
      if (signal.aborted) return
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        if (await isTime()) await refit()
      } catch (error) {
        onFailure(error)
      }
      await delay(pauseMs, undefined, { signal }).catch(() => {})
    }
  }

  const running = run()
  return {
    noteLoad() {
      loadedAt = Date.now()
      isNew = true
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
