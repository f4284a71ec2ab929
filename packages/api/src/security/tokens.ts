import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { fail } from '@tweeluik/schema'
import type { Sql, TransactionSql } from '../db/pools.ts'
import type { Role } from './roles.ts'
import { insertToken } from './tokens.queries.ts'

const TOKEN_PREFIX = 'twl_'
const SECRET_BYTES = 32

export interface NewToken {
  name: string
  role: Role
  /** Null: every brand. */
  brands: readonly string[] | null
  /** The one source of an integrator; null for the other roles. */
  source: string | null
  expiresAt: Date
}

const DAY_MS = 86_400_000
const DAYS_MAX = 3_650
const WORD_MAX = 200
const BRANDS_MAX = 100

/**
 * The moment after so many days.
 *
 * @throws BAD_EXPIRY for what is no number of days from 1 to ten years
 */
export function expiryAfter(days: number, now: Date): Date {
  if (!(Number.isInteger(days) && days >= 1 && days <= DAYS_MAX)) {
    fail(
      'BAD_EXPIRY',
      'days',
      `That is no number of days from 1 to ${DAYS_MAX}.`,
      'Send how many, such as 90; on the command line such as 90d.',
    )
  }
  return new Date(now.getTime() + days * DAY_MS)
}

/** Makes a token. Its text is given this once: only its digest is kept. */
export async function createToken(
  owner: Sql | TransactionSql,
  given: NewToken,
): Promise<{ id: string; token: string }> {
  if ((given.role === 'integrator') !== (given.source !== null)) {
    fail(
      'SOURCE_OF_INTEGRATOR',
      'source',
      'An integrator writes one source, and nobody else does.',
      'Name a source for role integrator only.',
    )
  }
  if (!isWord(given.name)) {
    fail('BAD_NAME', 'name', `A name is a text of at most ${WORD_MAX} characters.`, 'Say whose it is, such as: till 4.')
  }
  if (given.source !== null && !isWord(given.source)) {
    fail('BAD_SOURCE', 'source', `A source is a text of at most ${WORD_MAX} characters.`, 'Send it as in ?source=')
  }
  const { brands } = given
  const odd = brands?.find(brand => !isWord(brand) || brand === '*' || brand.includes(','))
  if (odd !== undefined || (brands && (brands.length === 0 || brands.length > BRANDS_MAX))) {
    fail(
      'BAD_BRAND',
      'brands',
      odd === undefined ? `A token is of 1 to ${BRANDS_MAX} brands, or of every one.` : `${odd} is no brand.`,
      'Name brands without commas, or leave them out for all.',
    )
  }
  const token = TOKEN_PREFIX + randomBytes(SECRET_BYTES).toString('base64url')
  const id = randomUUID()
  await insertToken(owner, { id, digest: digestOf(token), ...given })
  return { id, token }
}

/** A token is as random as its digest, so that finding it by digest tells nothing about others by its time. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const isWord = (text: string) =>
  text.trim() !== '' && text.length <= WORD_MAX && !text.includes('\0') && text.isWellFormed()
