import { hash } from 'node:crypto'

/** bfb4b90a-d0f1-5c32-ac14-e63279255f57, as its bytes. */
const NAMESPACE = Buffer.from('bfb4b90ad0f15c32ac14e63279255f57', 'hex')

/**
 * The id of a record: the same sender's id gives the same id on every machine and in any order of arrival.
 * `kind` is the singular name of a record kind (`contact`, `cost-rate`).
 */
export function recordId(kind: string, source: string, externalId: string): string {
  return uuidOf(JSON.stringify([kind, source, externalId]))
}

/**
 * The home of a fact that names no customer. Its kind is no record kind, so it can never meet a real customer's id.
 */
export function nobodyId(kind: string, source: string, externalId: string): string {
  return uuidOf(JSON.stringify(['nobody', kind, source, externalId]))
}

/** UUID version 5 (RFC 9562, 5.5) by the platform's SHA-1: a row needs several, and one in JavaScript costs four times as much. */
function uuidOf(name: string): string {
  const hex = hash('sha1', Buffer.concat([NAMESPACE, Buffer.from(name)]), 'hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
