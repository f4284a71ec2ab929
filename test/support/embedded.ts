import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmbeddedOptions, startEmbedded, stopEmbedded } from '../../packages/api/src/db/embedded.ts'
import { findPlace, type Place } from '../../packages/api/src/db/embedded-place.ts'

export interface EmbeddedTrial {
  options: EmbeddedOptions
  place: Place
  start(): ReturnType<typeof startEmbedded>
  stop(): Promise<unknown>
  /** Stops the server and removes every trace of it. */
  remove(): Promise<void>
}

/** A data folder of its own for an embedded server, not started yet. */
export async function embeddedTrial(binaries?: string): Promise<EmbeddedTrial> {
  const cloneDir = join(import.meta.dirname, '../..')
  const dataDir = join(cloneDir, '.tweeluik', `trial-${randomUUID().slice(0, 8)}`)
  await mkdir(dataDir, { recursive: true })
  const options: EmbeddedOptions = { dataDir, cloneDir, binaries, settings: { fsync: 'off' } }
  const place = await findPlace(dataDir, cloneDir)
  return {
    options,
    place,
    start: () => startEmbedded(options),
    stop: () => stopEmbedded(options),
    async remove() {
      await stopEmbedded(options)
      await rm(place.home, { recursive: true, force: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
