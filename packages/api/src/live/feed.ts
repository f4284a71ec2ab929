import { type FactName, factNames } from '@tweeluik/schema/facts'
import type { Sql } from '../db/pools.ts'
import { selectAsOf } from '../metrics/freshness.queries.ts'
import type { Viewer } from '../security/roles.ts'
import { FIGURES_CHANNEL } from './channel.ts'

/** Loads follow each other faster than anybody reads. */
const PAUSE_MS = 1_000

/** What changed since one was told last. */
export interface FiguresChange {
  asOf: Date
  facts: readonly FactName[]
}

/** Tells who looks at figures that they have changed. */
export interface Feed {
  /** What changes in the figures of the brands that one may see, from now on; ends with the feed. */
  changes(viewer: Viewer): AsyncGenerator<FiguresChange, void>
  close(): Promise<void>
}

interface Listener {
  viewer: Viewer
  /** Not yet taken: who reads slowly is told of several changes at once. */
  pending: FiguresChange | null
  hasLeft: boolean
  wake(): void
}

type Changes = Map<FactName, Set<string>>
/** Instead of a brand: whatever happened while nobody listened. */
const ANY_BRAND = ''

interface FeedOptions {
  owner: Sql
  onFailure(error: unknown): void
  pauseMs?: number
}

/**
 * Listens on one connection for all who look. When that was lost it is made anew, and everybody is told to look, since
 * nobody knows what was said in between.
 */
export async function openFeed({ owner, onFailure, pauseMs = PAUSE_MS }: FeedOptions): Promise<Feed> {
  const listeners = new Set<Listener>()
  let changes: Changes = new Map()
  let timer: NodeJS.Timeout | null = null
  let toldAt = 0
  let isOpen = true
  let hasListened = false

  const listening = await owner.listen(FIGURES_CHANNEL, note, () => {
    if (hasListened) for (const fact of factNames) noteOne(fact, ANY_BRAND)
    hasListened = true
  })

  function note(said: string): void {
    const space = said.indexOf(' ')
    const fact = factNames.find(name => name === said.slice(0, space))
    if (fact) noteOne(fact, said.slice(space + 1))
  }

  function noteOne(fact: FactName, brand: string): void {
    changes.set(fact, (changes.get(fact) ?? new Set()).add(brand))
    if (listeners.size === 0) changes = new Map()
    else timer ??= setTimeout(tell, Math.max(0, toldAt + pauseMs - Date.now()))
  }

  async function tell(): Promise<void> {
    const told = changes
    changes = new Map()
    timer = null
    toldAt = Date.now()
    try {
      const [fresh] = await selectAsOf(owner, new Date())
      for (const listener of listeners) tellOne(listener, told, fresh.asOf)
    } catch (error) {
      onFailure(error)
    }
  }

  async function* changesFor(listener: Listener): AsyncGenerator<FiguresChange, void> {
    listeners.add(listener)
    try {
      while (isOpen && !listener.hasLeft) {
        if (listener.pending) {
          const change = listener.pending
          listener.pending = null
          yield change
        } else {
          await new Promise<void>(resolve => {
            listener.wake = resolve
          })
        }
      }
    } finally {
      listeners.delete(listener)
    }
  }

  return {
    changes(viewer) {
      const listener: Listener = { viewer, pending: null, hasLeft: false, wake: () => {} }
      const told = changesFor(listener)
      const end = told.return.bind(told)
      // By itself, a generator that waits for a change would not let go of who has left before one comes.
      told.return = () => {
        listener.hasLeft = true
        listener.wake()
        return end()
      }
      return told
    },
    async close() {
      isOpen = false
      if (timer) clearTimeout(timer)
      for (const { wake } of listeners) wake()
      await listening.unlisten().catch(() => {})
    },
  }
}

function tellOne(listener: Listener, changes: Changes, asOf: Date): void {
  const facts = [...changes].flatMap(([fact, brands]) => (isSeen(listener.viewer, brands) ? [fact] : []))
  if (facts.length === 0) return
  listener.pending = { asOf, facts: [...new Set([...(listener.pending?.facts ?? []), ...facts])] }
  listener.wake()
}

const isSeen = ({ seesAllBrands, brands: own }: Viewer, brands: ReadonlySet<string>) =>
  seesAllBrands || brands.has(ANY_BRAND) || own.some(brand => brands.has(brand))
