import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Sql } from '../db/pools.ts'
import { admit } from '../security/admission.ts'
import { refuse } from '../security/faults.ts'
import type { Viewer } from '../security/roles.ts'
import { queuedRows } from './inbox.queries.ts'

export const WORD_CHARACTERS_MAX = 200
const RETRY_AFTER_SECONDS = 5

/**
 * Who may hand over many records at once. A batch may change and move records of any brand; one record at a time is held
 * to the brands of its token.
 */
export function admitWriter(request: FastifyRequest): Viewer {
  const viewer = admit(request, 'write')
  if (viewer.seesAllBrands) return viewer
  return refuse(
    403,
    'BRAND_WITHHELD',
    '',
    'Your token writes some brands, and a batch may touch them all',
    'Send records one by one as mutations, or use a token of every brand',
  )
}

/** Where more rows come than are loaded, their senders wait, rather than the inbox grows without end. */
export async function requireRoom(reply: FastifyReply, owner: Sql, queueRowsMax: number): Promise<void> {
  if ((await queuedRows(owner)) < queueRowsMax) return
  reply.header('retry-after', RETRY_AFTER_SECONDS)
  refuse(
    429,
    'QUEUE_FULL',
    '',
    'Too many records are still to be loaded',
    'Send it again after the seconds of Retry-After; all that was accepted is safe',
  )
}

/** The system that the records come from, which a token may be bound to. */
export function sourceOf(given: unknown, viewer: Viewer): string {
  const source = typeof given === 'string' ? given.trim() : ''
  if (source === '' || source.length > WORD_CHARACTERS_MAX || /\p{C}/u.test(source)) {
    refuse(400, 'SOURCE_MISSING', 'source', 'It is not said which system the records come from', 'Add ?source=crm')
  }
  if (viewer.source !== null && viewer.source !== source) {
    refuse(403, 'ROLE_WITHOUT_RIGHT', 'source', 'Your token does not write this source', 'Use the token of this source')
  }
  return source
}

export function flagOf(given: unknown): boolean {
  if (given === undefined || given === 'true' || given === 'false') return given === 'true'
  return refuse(400, 'BAD_FLAG', 'dryRun', 'dryRun is true or false', 'Send ?dryRun=true, or leave it out')
}
