import { fail } from '@tweeluik/schema'
import type { TransactionSql } from '../../db/pools.ts'
import { type LoadSettings, startLoading } from '../load/load.ts'
import { settleCustomers } from '../load/load-customers.ts'
import { createStage } from '../load/stage.queries.ts'
import {
  customersNow,
  type FoundCustomer,
  forgetBetween,
  forgetTogether,
  insertDecisions,
  mergeById,
} from './decide.queries.ts'
import type { Evidence } from './evidence.ts'
import { partition } from './partition.ts'
import { createGroupTables, reachThese } from './regroup.queries.ts'
import { type Known, knownOfReached, regroup } from './regroup.ts'

/** Who decides, and in which brands. */
export interface Decider {
  /** Of its token. */
  name: string
  seesBrand(brand: string): boolean
}

/** More at once are decided by no person. */
const CUSTOMERS_MAX = 10

/** One turn of the door in which somebody decides. */
export interface Deciding {
  sql: TransactionSql
  settings: LoadSettings
  decider: Decider
}

/**
 * Makes one customer of several; gives the ids by which they were known. What was decided to the contrary is forgotten.
 *
 * @throws ProblemError NOT_FOUND, FEW_CUSTOMERS, MANY_CUSTOMERS, OTHER_BRAND
 */
export async function mergeByHand(deciding: Deciding, customerIds: readonly string[]): Promise<string[]> {
  const customers = await customersToDecide(deciding, customerIds)
  await decided(deciding, customers, async by => {
    for (const [place, { id: one }] of customers.entries()) {
      for (const { id: other } of customers.slice(place + 1)) await forgetBetween(deciding.sql, one, other, false)
    }
    const [first, ...others] = customers.map(({ id }) => id)
    await insertDecisions(deciding.sql, first ?? '', others, true, by)
  })
  return customers.map(({ id }) => id)
}

/**
 * Says that customers are not one, whatever rules find; gives their ids.
 *
 * @throws ProblemError as {@link mergeByHand}
 */
export async function keepApart(deciding: Deciding, customerIds: readonly string[]): Promise<string[]> {
  const customers = await customersToDecide(deciding, customerIds)
  const ids = customers.map(({ id }) => id)
  await decided(deciding, customers, async by => {
    for (const [place, one] of ids.entries()) {
      const others = ids.slice(place + 1)
      for (const other of others) await forgetBetween(deciding.sql, one, other, true)
      await insertDecisions(deciding.sql, one, others, false, by)
    }
  })
  return ids
}

/**
 * Parts two identities that were found to be one customer, and holds them apart if the same would be found again; gives
 * the ids of both.
 *
 * @throws ProblemError NOT_FOUND, ALREADY_UNDONE
 */
export async function undoMerge({ sql, settings, decider }: Deciding, mergeId: string | null): Promise<string[]> {
  const merge = mergeId && (await mergeById(sql, mergeId))
  if (!merge || !decider.seesBrand(merge.brand)) {
    return fail('NOT_FOUND', 'merge', 'There is no such merge', 'Send the id of a merge as GraphQL gave it')
  }
  if (merge.undone) fail('ALREADY_UNDONE', 'merge', 'This merge is undone already', 'Nothing is left to be done')
  const ends = [merge.one, merge.other]
  await createGroupTables(sql)
  await reachThese(sql, ends)
  const known = await knownOfReached(sql, settings)
  const { leaving, staying, ties } = sidesOf(known, ends)
  await forgetTogether(sql, leaving, staying)
  if (ties.length > 0) await insertDecisions(sql, leaving[0] ?? '', ties, false, decider.name)
  await apply({ sql, settings, decider }, ends)
  return ends
}

/**
 * Who leaves and who stays when two ends of a merge part: the later one leaves, with all that hang on it alone. `ties`
 * are those that stay though a rule, or what senders say, binds them to it.
 */
function sidesOf({ identities, decisions, rules }: Known, ends: readonly string[]) {
  const { customerOf, followed } = partition(identities, decisions, rules)
  const recorded = (id: string) => identities.some(identity => identity.id === id && identity.brand !== null)
  const [stays = '', leaves = ''] = [...ends].sort(
    (one, other) => Number(recorded(one)) - Number(recorded(other)) || (one < other ? -1 : 1),
  )
  const evidenceOf = (id: string) => followed.filter(({ members }) => members.includes(id))
  const staying = new Set([stays])
  for (const id of staying) {
    for (const { members } of evidenceOf(id)) for (const other of members) if (other !== leaves) staying.add(other)
  }
  const together = identities.map(({ id }) => id).filter(id => customerOf.get(id) === customerOf.get(leaves))
  const binds = ({ rule }: Evidence) => rule !== 'hand'
  const tied = new Set(
    evidenceOf(leaves)
      .filter(binds)
      .flatMap(({ members }) => members),
  )
  return {
    leaving: [leaves, ...together.filter(id => id !== leaves && !staying.has(id))],
    staying: [...staying],
    ties: [...staying].filter(id => tied.has(id)),
  }
}

async function customersToDecide({ sql, decider }: Deciding, ids: readonly string[]): Promise<FoundCustomer[]> {
  if (ids.length > CUSTOMERS_MAX) {
    fail('MANY_CUSTOMERS', 'customers', `At most ${CUSTOMERS_MAX} are decided of at once`, 'Send them in parts')
  }
  const found = await customersNow(sql, ids)
  const customers = ids.map((id, place) => {
    const customer = found.get(id)
    if (customer && decider.seesBrand(customer.brand)) return customer
    return fail(
      'NOT_FOUND',
      `customers.${place}`,
      'There is no such customer',
      'Send ids of customers as GraphQL gave them',
    )
  })
  const different = [...new Map(customers.map(customer => [customer.id, customer])).values()]
  if (different.length < 2) {
    fail('FEW_CUSTOMERS', 'customers', 'These are one customer', 'Send the ids of two customers or more')
  }
  if (new Set(different.map(({ brand }) => brand)).size > 1) {
    fail(
      'OTHER_BRAND',
      'customers',
      'They are of different brands',
      'Send customers of one brand: who sees one brand must learn nothing of another',
    )
  }
  return different.sort(({ id: one }, { id: other }) => (one < other ? -1 : 1))
}

async function decided(
  deciding: Deciding,
  customers: readonly FoundCustomer[],
  decide: (by: string) => Promise<void>,
): Promise<void> {
  await decide(deciding.decider.name)
  await apply(
    deciding,
    customers.map(({ id }) => id),
  )
}

async function apply({ sql, settings, decider }: Deciding, ids: readonly string[]): Promise<void> {
  await createStage(sql, 'customers')
  await createGroupTables(sql)
  await reachThese(sql, ids)
  await regroup(sql, await knownOfReached(sql, settings), decider.name)
  await settleCustomers(await startLoading(sql, settings))
}
