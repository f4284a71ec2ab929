import type { Sql } from '../../db/pools.ts'

interface Stored {
  contact: string
  target: string
  met: boolean | null
  judgedAt: Date | null
}

/** Contact, target, whether it was met, and when that was decided. */
export async function storedTargets(sql: Sql): Promise<unknown[][]> {
  const rows = await sql<Stored[]>`/* storedTargets */
    select c.external_id as contact, s.target, s.met, s.judged_at as "judgedAt"
    from sla_targets s left join contacts c using (customer_id, id) order by 1, 2, s.started_at`
  return rows.map(({ contact, target, met, judgedAt }) => [
    contact,
    target,
    met,
    judgedAt && new Date(judgedAt).toISOString(),
  ])
}

/** What was promised about each contact, with its version. */
export async function storedPolicies(sql: Sql): Promise<string[]> {
  const rows = await sql<{ policy: string }[]>`/* storedPolicies */
    select p.external_id || ' ' || p.version as policy from contacts c join sla_policies p on p.id = c.sla_policy_id order by c.external_id`
  return rows.map(({ policy }) => policy)
}
