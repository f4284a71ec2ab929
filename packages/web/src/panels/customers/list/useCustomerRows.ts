import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { CustomerRows, type CustomersQuestion } from './CustomerRows.ts'

/** A list as it was left: what had come, how far down it was read, and on which row the keys were. */
export type KeptRows = { rows: CustomerRows; scrollPx: number; active: number; madeAtMs: number }

/** Whoever comes back from a customer finds the list where it was; after a while it is better asked anew. */
const keptMs = 300_000
const keptMost = 4
const kept = new Map<string, KeptRows>()

/** The rows that answer a question; those of the one before stay until its first have come. */
export function useCustomerRows(question: CustomersQuestion): KeptRows {
  const key = JSON.stringify(question)
  const found = useMemo(() => keptFor(key), [key])
  const shown = useRef(found)
  useSyncExternalStore(found.rows.subscribe, () => found.rows.version)
  useEffect(() => {
    if (found.rows.total === null) found.rows.want(0, 1)
  }, [found])
  const isHere = found.rows.total !== null || found.rows.failure !== null
  if (isHere || shown.current.rows.total === null) shown.current = found
  return shown.current
}

function keptFor(key: string): KeptRows {
  const before = kept.get(key)
  if (before && Date.now() - before.madeAtMs < keptMs && !before.rows.failure) return before
  const made = { rows: new CustomerRows(JSON.parse(key)), scrollPx: 0, active: 0, madeAtMs: Date.now() }
  kept.delete(key)
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest)
  return made
}
