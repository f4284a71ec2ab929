import { AMOUNT_MAX, UNITS_PER_MAJOR } from '@tweeluik/schema'
import type { TransactionSql } from '../../db/pools.ts'

const neighbour = (of: string, before: boolean) => `
      select n.customer_id, n.id, n.opened_at from contacts n
      where n.customer_id = ${of}.customer_id and n.issue = ${of}.issue and n.in_chain
        and (n.opened_at, n.id) ${before ? '<' : '>'} (${of}.opened_at, ${of}.id)
      order by n.opened_at ${before ? 'desc' : ''}, n.id ${before ? 'desc' : ''} limit 1`

/**
 * The contacts beside those that the batch touches, where they stand now: called before and after the change, it
 * finds the neighbours of the old places and of the new ones. By index, never a customer's whole history.
 */
export async function touchNeighbours(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* touchNeighbours */
    insert into touched_contact (customer_id, id)
    select distinct n.customer_id, n.id
    from touched_contact t join contacts c using (customer_id, id)
    cross join lateral ((${neighbour('c', true)}) union all (${neighbour('c', false)})) n
    where c.in_chain
    on conflict do nothing`)
}

/** Days to the contacts before and after on the same issue, rounded up: W days and a minute are W + 1. */
export async function deriveGaps(sql: TransactionSql): Promise<void> {
  const days = (from: string, to: string) => `ceil(extract(epoch from ${to} - ${from}) / 86400)::int`
  await sql.unsafe(`/* deriveGaps */
    update contacts target set previous_gap_days = gaps.previous, nearest_gap_days = least(gaps.previous, gaps.next)
    from (
      select c.customer_id, c.id, ${days('before.opened_at', 'c.opened_at')} as previous, ${days('c.opened_at', 'after.opened_at')} as next
      from touched_contact t join contacts c using (customer_id, id)
      left join lateral (${neighbour('c', true)}) before on true
      left join lateral (${neighbour('c', false)}) after on true
      where c.in_chain
    ) gaps
    where target.customer_id = gaps.customer_id and target.id = gaps.id
      and (target.previous_gap_days, target.nearest_gap_days) is distinct from (gaps.previous, least(gaps.previous, gaps.next))`)
}

/**
 * The rate in force on the day of handling; the most specific wins: team and channel, team, channel, none. A cost ends
 * where any amount does, or its square would pass what a cell can hold and no load with it could ever be done.
 */
const rate = `
      select least(round((c.handle_seconds / 3600.0 * r.per_hour_e4 + r.per_contact_e4) * (1 + r.overhead_share)::numeric),
        ${AMOUNT_MAX * UNITS_PER_MAJOR})::bigint as cost_e4, r.currency
      from cost_rates r
      where (r.brand is null or r.brand = c.brand) and (r.team is null or r.team = c.team) and (r.channel is null or r.channel = c.channel)
        and r.from_day <= c.handled_day and (r.to_day is null or c.handled_day < r.to_day)
      order by (r.team is not null) desc, (r.channel is not null) desc, (r.brand is not null) desc, r.from_day desc, r.id limit 1`

/** What the staged contacts cost, before they are written. */
export async function costStage(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* costStage */
    update stage_contacts target set cost_e4 = r.cost_e4, cost_currency = r.currency
    from stage_contacts c cross join lateral (${rate}) r
    where c.position = target.position and c.handled and c.handle_seconds is not null and c.action in ('created', 'updated')`)
}

const costs = `
      select c.customer_id, c.id, r.cost_e4, r.currency from contacts c
      left join lateral (${rate}) r on c.handled and c.handle_seconds is not null`

/** Null where a contact was not handled, its time is not known, or no rate is in force. */
export async function deriveCosts(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* deriveCosts */
    update contacts target set cost_e4 = costs.cost_e4, cost_currency = costs.currency
    from touched_contact t join lateral (${costs} where c.customer_id = t.customer_id and c.id = t.id) costs on true
    where target.customer_id = costs.customer_id and target.id = costs.id
      and (target.cost_e4, target.cost_currency) is distinct from (costs.cost_e4, costs.currency)`)
}

export interface CostSlice {
  fromDay: string
  /** Not included. */
  toDay: string
  team: string | null
  channel: string | null
}

/** Contacts whose cost is no longer what the rates say. */
export async function touchCostChanges(
  sql: TransactionSql,
  { fromDay, toDay, team, channel }: CostSlice,
): Promise<void> {
  await sql.unsafe(
    `/* touchCostChanges */
    insert into touched_contact (customer_id, id)
    select costs.customer_id, costs.id
    from (select customer_id, id, cost_e4, cost_currency from contacts
      where handled_day >= $1 and handled_day < $2 and ($3::text is null or team = $3) and ($4::text is null or channel = $4)) old
    join lateral (${costs} where c.customer_id = old.customer_id and c.id = old.id) costs on true
    where (old.cost_e4, old.cost_currency) is distinct from (costs.cost_e4, costs.currency)
    on conflict do nothing`,
    [fromDay, toDay, team, channel],
  )
}

/** The last day on which any contact was handled. Null: there is none. */
export async function lastHandledDay(sql: TransactionSql): Promise<string | null> {
  const [row] = await sql<{ day: string | null }[]>`/* lastHandledDay */ select max(handled_day) as day from contacts`
  return row?.day ?? null
}
