import type { Database } from '../db/pools.ts'
import type { Settings } from '../db/settings.ts'
import type { Door } from '../ingest/door.ts'
import { openTandem } from '../ingest/tandem.ts'
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
  const tandem = openTandem()
  let sent = 0
  let usable = false
  try {
    for (const chunk of generateDemo({ seed, customers, contactsOnly, today, now: new Date(now), timeZone })) {
      if (chunk.kind === 'customers' && chunk.source === sources.crm) {
        if (sent > 0 && !usable) {
          await tandem.done()
          usable = true
        }
        sent += chunk.records.length
      }
      for (const delivery of deliveriesOf(chunk, door.batchRowsMax)) {
        await tandem.add(onTurn => deliver(door, delivery, onTurn))
      }
      yield { usable, share: Math.max(0, sent - 1) / customers }
    }
  } finally {
    await tandem.done()
  }
  await saveDemo(owner, { ...state, filled: true })
  yield { usable: true, share: 1 }
}

function deliveriesOf({ records, ...chunk }: DemoChunk, rowsMax: number): DemoChunk[] {
  const count = Math.ceil(records.length / rowsMax)
  return Array.from({ length: count }, (_, index) => ({
    ...chunk,
    records: records.slice(index * rowsMax, (index + 1) * rowsMax),
  }))
}

async function deliver(door: Door, { kind, source, records }: DemoChunk, onTurn: () => void): Promise<void> {
  const rows = records.map((record, index) => ({
    line: index + 1,
    text: JSON.stringify(record),
    value: null,
    fault: null,
  }))
  const receipt = await door.accept({ source, kind, textual: false, waitSeconds: 3_600, onTurn }, rows)
  if (receipt.state !== 'loaded') throw new Error(`A part of the demo company is not in, it is ${receipt.state}`)
  const [rejection] = receipt.rejections
  if (rejection) throw new Error(`The demo company sent what its own door refuses: ${rejection.code} ${rejection.path}`)
}
