import { setTimeout as delay } from 'node:timers/promises'
import { dayReader } from '@tweeluik/schema'
import type { Database } from '../db/pools.ts'
import { ordersKept } from './lifetime.queries.ts'
import { dueFits, type FitSettings, makeFits } from './refit.ts'

export interface RefittingOptions {
  database: Database
  settings: FitSettings
  /** Whether loads follow each other just now: who fits in the midst of an import fits half of it. */
  isBusy(): boolean
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

/** A base that has grown by so much is fitted again before the night. */
const GROWTH = 1.2

export function startRefitting(options: RefittingOptions): Refitting {
  const { database, settings, isBusy, onFailure, pauseMs = 1_000 } = options
  const dayOf = dayReader(settings.timeZone)
  const stopping = new AbortController()
  const { signal } = stopping
  let isNew = true
  let looked = { day: '', orders: 0 }

  async function isTime(): Promise<boolean> {
    const day = dayOf(Date.now())
    if (isBusy() || (day === looked.day && !isNew)) return false
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
      isNew = true
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
