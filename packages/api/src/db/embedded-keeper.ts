import { setTimeout as pause } from 'node:timers/promises'
import { fail } from '@tweeluik/schema'
import { type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { findPlace } from './embedded-place.ts'
import { findPostmaster } from './postmaster.ts'

const LOOK_MS = 500

interface Keeper {
  /** Rejects when the server cannot be reached at its old address any more; ends with `stop`. */
  keeping: Promise<void>
  /** Lets the server be stopped. */
  stop(): Promise<void>
}

interface KeeperOptions extends EmbeddedOptions {
  /** Of the server as its users know it. */
  url: string
  /** Told once when the server is found to have ended, and of every new reason why it does not start. */
  tell(sentence: string): void
}

/** Starts the embedded PostgreSQL again whenever it has ended by itself: killed, crashed, or without room to write in. */
export function keepEmbedded({ url, tell, ...options }: KeeperOptions): Keeper {
  const stopping = new AbortController()

  async function keep(): Promise<void> {
    const place = await findPlace(options.dataDir, options.cloneDir)
    for (let told = ''; await looksAgain(stopping.signal); ) {
      if ((await findPostmaster(place)) !== null) continue
      if (told === '') tell('The embedded PostgreSQL has ended; it is started again.')
      told = await startAgain(told)
    }
  }

  /** Gives the reason why it did not start, empty when it did. */
  async function startAgain(told: string): Promise<string> {
    const started = await startEmbedded(options).catch((error: Error) => error)
    if (!(started instanceof Error)) return started.url === url ? '' : refuseMove()
    if (started.message !== told) tell(started.message)
    return started.message
  }

  const keeping = keep()
  // Whoever waits for it is told; nobody else need be.
  keeping.catch(() => {})
  return {
    keeping,
    async stop() {
      stopping.abort()
      await keeping.catch(() => {})
    },
  }
}

/** False: no more. */
async function looksAgain(signal: AbortSignal): Promise<boolean> {
  await pause(LOOK_MS, undefined, { signal, ref: false }).catch(() => {})
  return !signal.aborted
}

const refuseMove = () =>
  fail(
    'POSTGRES_MOVED',
    '',
    'The embedded PostgreSQL had to be started at another port: another program has taken its own.',
    'Start Tweeluik again.',
  )
