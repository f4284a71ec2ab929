import { hash, randomUUID } from 'node:crypto'
import type { TransactionSql } from '../../db/pools.ts'
import { duplicateReasons, possibleDuplicates } from './duplicates.ts'
import type { Decision, Identity } from './evidence.ts'
import { relink } from './links.ts'
import { partition } from './partition.ts'
import {
  beginLinks,
  decisionsAmong,
  endLinks,
  linksInForce,
  moveIdentities,
  reachedIdentities,
  reachOn,
  writeDuplicates,
} from './regroup.queries.ts'
import { defaultRules, type IdentityRules } from './rules.ts'

/** All that decides who is one customer with those that were reached. */
export interface Known {
  identities: readonly Identity[]
  /** Of customers who are not of it, and share an address or a number with one who is. */
  beside: readonly Identity[]
  decisions: readonly Decision[]
  rules: IdentityRules
}

export async function knownOfReached(sql: TransactionSql, settings: Partial<IdentityRules>): Promise<Known> {
  const rules = { ...defaultRules, ...settings }
  await reachOn(sql, rules)
  const { reached, beside } = await reachedIdentities(sql)
  const decisions = await decisionsAmong(
    sql,
    [...reached, ...beside].map(({ id }) => id),
  )
  return { identities: reached, beside, decisions, rules }
}

/**
 * Finds anew which of the reached identities are one customer, gives each to its own, and writes down what was merged
 * and undone and what may still be one. What follows from it for customers and facts is left to do.
 *
 * @param by who undid what was merged. Null: nobody, what held it together is gone
 */
export async function regroup(
  sql: TransactionSql,
  { identities, beside, decisions, rules }: Known,
  by: string | null = null,
): Promise<void> {
  const found = partition(identities, decisions, rules)
  const { customerOf, followed } = found
  const moves = identities
    .map(({ id, customerId: from }) => ({ id, from, customerId: customerOf.get(id) ?? id }))
    .filter(({ from, customerId }) => from !== customerId)
  if (moves.length > 0) await moveIdentities(sql, moves)
  const { ended, begun } = relink(identities, followed, await linksInForce(sql))
  await endLinks(sql, ended, by)
  await beginLinks(
    sql,
    begun.map(link => ({ ...link, id: randomUUID() })),
  )
  const suggested = possibleDuplicates(found, [...identities, ...beside], decisions, rules)
  await writeDuplicates(
    sql,
    [...new Set(identities.flatMap(({ id, customerId }) => [customerId, customerOf.get(id) ?? id]))],
    suggested.keys.map(digestOf),
    suggested.duplicates.map(duplicate => ({
      ...duplicate,
      key: digestOf(duplicate.key),
      rank: duplicateReasons.indexOf(duplicate.reason),
    })),
  )
}

/** Keys hold addresses; what is kept of them tells none. */
const digestOf = (key: string) => hash('sha1', key).slice(0, 32)
