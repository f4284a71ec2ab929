import type { TransactionSql } from '../../db/pools.ts'

/** Staged triggers that would be their own ancestors, among what will be stored. */
export async function ownAncestors(sql: TransactionSql): Promise<{ position: number; line: number; parent: string }[]> {
  return await sql<{ position: number; line: number; parent: string }[]>`/* ownAncestors */
    with recursive to_be as (
      select id, parent_id from triggers t
      where not exists (select from stage_triggers s where s.id = t.id and s.action in ('created', 'updated', 'deleted'))
      union all
      select id, parent_id from stage_triggers where action in ('created', 'updated')
    ), upward as (
      select id as begun, parent_id as id from to_be
      where id in (select id from stage_triggers where action in ('created', 'updated')) and parent_id is not null
      union
      select u.begun, t.parent_id from upward u join to_be t on t.id = u.id where t.parent_id is not null
    )
    select s.position, s.line, coalesce(s.refs -> 'parent' ->> 'id', '') as parent
    from upward u join stage_triggers s on s.id = u.begun and s.action in ('created', 'updated')
    where u.id = u.begun order by s.position`
}

/** Contacts of triggers of the batch that come, go or are judged otherwise: whether they need not be is told by them. */
export async function orderRecausing(sql: TransactionSql): Promise<void> {
  await sql`/* orderRecausing */
    insert into rederivations (id, what, from_day, to_day, "where", requested_at)
    select gen_random_uuid(), 'cause', first, last + 1, jsonb_build_object('triggers', triggers), now()
    from (
      select string_agg(s.id::text, ',') as triggers from stage_triggers s left join triggers t on t.id = s.id
      where s.action in ('created', 'updated', 'deleted')
        and coalesce(t.avoidable, false) <> (s.action <> 'deleted' and coalesce(s.avoidable, false))
    ) changed, (select min(opened_day) as first, max(opened_day) as last from contacts) days
    where triggers is not null and first is not null`
}
