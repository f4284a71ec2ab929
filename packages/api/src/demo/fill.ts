import type { Database } from '../db/pools.ts'
import type { Settings } from '../db/settings.ts'
import type { Door } from '../ingest/door.ts'
import { sources } from './company.ts'
import { type DemoState, readDemo, saveDemo, storesNothing } from './fill.queries.ts'
import { type DemoChunk, generateDemo } from './generate.ts'

/** Of the many companies that the model gives, one whose years differ by what was planted more than by chance. */
const SEED = 4

export interface Filling {
  /** Whether the customers that are in are complete over all weeks. */
  usable: boolean
  /** Of all customers, from 0 to 1. */
  share: number
}

/** The demo company that is still to be filled in; null: none is wanted, since there is data of somebody's own. */
export async function unfilledDemo(
  { owner }: Database,
  { timeZone }: Settings,
  wanted: Partial<Pick<DemoState, 'seed' | 'customers' | 'contactsOnly'>> = {},
): Promise<DemoState | null> {
  const known = await readDemo(owner)
  if (known) return known.filled ? null : known
  if (!(await storesNothing(owner))) return null
  const now = new Date()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
  const state = {
    seed: SEED,
    customers: 20_000,
    contactsOnly: false,
    ...wanted,
    today,
    now: now.toISOString(),
    filled: false,
  }
  await saveDemo(owner, state)
  return state
}

/**
 * Sends the demo company through the door, a block of customers after the other, and
 * tells after each chunk how far it is. A second run finds what is in unchanged.
 */
export async function* fillDemo(
  { owner }: Database,
  door: Door,
  { timeZone }: Settings,
  state: DemoState,
): AsyncGenerator<Filling> {
  const { seed, customers, contactsOnly, today, now } = state
  let sent = 0
  let usable = false
  for (const chunk of generateDemo({ seed, customers, contactsOnly, today, now: new Date(now), timeZone })) {
    if (chunk.kind === 'customers' && chunk.source === sources.crm) {
      usable = sent > 0
      sent += chunk.records.length
    }
    await deliver(door, chunk)
    yield { usable, share: Math.max(0, sent - 1) / customers }
  }
  await saveDemo(owner, { ...state, filled: true })
  yield { usable: true, share: 1 }
}

async function deliver(door: Door, { kind, source, records }: DemoChunk): Promise<void> {
  for (let at = 0; at < records.length; at += door.batchRowsMax) {
    await deliverBatch(door, { kind, source, records: records.slice(at, at + door.batchRowsMax) })
  }
}

async function deliverBatch(door: Door, { kind, source, records }: DemoChunk): Promise<void> {
  const rows = records.map((record, index) => ({
    line: index + 1,
    text: JSON.stringify(record),
    value: record as Record<string, unknown>,
    fault: null,
  }))
  const receipt = await door.accept({ source, kind, textual: false, waitSeconds: 3_600 }, rows)
  if (receipt.state !== 'loaded') throw new Error(`A part of the demo company is not in, it is ${receipt.state}`)
  const [rejection] = receipt.rejections
  if (rejection) throw new Error(`The demo company sent what its own door refuses: ${rejection.code} ${rejection.path}`)
}
