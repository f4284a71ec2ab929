import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { fail } from '@tweeluik/schema'
import type { Sql } from '../db/pools.ts'
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

/** Makes a token. Its text is given this once: only its digest is kept. */
export async function createToken(owner: Sql, given: NewToken): Promise<{ id: string; token: string }> {
  if ((given.role === 'integrator') !== (given.source !== null)) {
    fail(
      'SOURCE_OF_INTEGRATOR',
      'source',
      'An integrator writes one source, and nobody else does.',
      'Name a source for role integrator only.',
    )
  }
  const odd = given.brands?.find(brand => brand.trim() === '' || brand === '*' || brand.includes(','))
  if (odd !== undefined || given.brands?.length === 0) {
    fail(
      'BAD_BRAND',
      'brands',
      `${odd ?? 'Nothing'} is no brand.`,
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
