import type { Database } from '../db/pools.ts'
import type { Settings } from '../db/settings.ts'
import { startRefitting } from '../lifetime/refitting.ts'
import { type Door, openDoor } from './door.ts'
import { startWork } from './work.ts'

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
  const door = openDoor({
    ...options,
    ...settings,
    onFailure,
    onLoaded() {
      work.noteLoad()
      refitting.noteLoad()
      options.onLoaded?.()
    },
  })
  const work = startWork({
    database: options.database,
    door,
    settings,
    waitDays,
    onFailure: error => onFailure(error, null),
  })
  const refitting = startRefitting({
    database: options.database,
    settings,
    onFailure: error => onFailure(error, null),
  })
  return {
    door,
    async close() {
      await Promise.all([work.stop(), refitting.stop()])
      await door.close()
    },
  }
}
