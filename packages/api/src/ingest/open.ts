import type { Database } from '../db/pools.ts'
import type { Settings } from '../db/settings.ts'
import { startRefitting } from '../lifetime/refitting.ts'
import { type Door, openDoor } from './door.ts'
import { startWork } from './work.ts'

/** So long after a load no other is under way. */
const QUIET_MS = 10_000

export interface IngestOptions {
  database: Database
  settings: Settings
  batchRowsMax: number
  /** What waits longer for its contact is rejected. */
  waitDays: number
  /** Told of what went wrong behind the scenes; it is tried again. `batchId` null: not while loading a batch. */
  onFailure(error: unknown, batchId: string | null): void
  onLoaded?(): void
  onNewBrand?(): void
}

export interface Ingest {
  door: Door
  /** Finishes the piece in hand. */
  close(): Promise<void>
}

/** The door with all that goes on behind it, as a server has it. */
export function openIngest({ settings, waitDays, onFailure, ...options }: IngestOptions): Ingest {
  const { database } = options
  let loadedAt = 0
  const isBusy = () => Date.now() - loadedAt < QUIET_MS
  const door = openDoor({
    ...options,
    ...settings,
    onFailure,
    onLoaded() {
      loadedAt = Date.now()
      refitting.noteLoad()
      options.onLoaded?.()
    },
  })
  const behind = { database, settings, isBusy, onFailure: (error: unknown) => onFailure(error, null) }
  const work = startWork({ ...behind, door, waitDays })
  const refitting = startRefitting(behind)
  return {
    door,
    async close() {
      await Promise.all([work.stop(), refitting.stop()])
      await door.close()
    },
  }
}
