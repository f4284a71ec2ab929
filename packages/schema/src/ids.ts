import { v5 } from 'uuid'

const NAMESPACE = 'bfb4b90a-d0f1-5c32-ac14-e63279255f57'

/**
 * The id of a record: the same sender's id gives the same id on every machine and in any order of arrival.
 * `kind` is the singular name of a record kind (`contact`, `cost-rate`).
 */
export function recordId(kind: string, source: string, externalId: string): string {
  return v5(JSON.stringify([kind, source, externalId]), NAMESPACE)
}

/**
 * The home of a fact that names no customer. Its kind is no record kind, so it can never meet a real customer's id.
 */
export function nobodyId(kind: string, source: string, externalId: string): string {
  return v5(JSON.stringify(['nobody', kind, source, externalId]), NAMESPACE)
}
