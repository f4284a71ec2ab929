import type { TransactionSql } from '../../db/pools.ts'
import type { Derive } from './derive.queries.ts'

/** The brand and the words of its contact. Whether a resolution was undone is told by the event after it. */
export const contactEventDerivation: Derive = () => ({
  joins: 'left join contacts c on c.customer_id = f.customer_id and c.id = f.contact_id',
  columns: {
    brand: 'coalesce(c.brand, f.brand)',
    contact_channel: 'c.channel',
    contact_team: 'c.team',
    contact_trigger_id: 'c.trigger_id',
  },
})

/**
 * Whether each resolution to come is followed by a reopening before the next one, stored or coming with it; touches
 * stored resolutions of which that is no longer as it was.
 */
export async function placeResolutions(sql: TransactionSql): Promise<void> {
  await sql`/* placeResolutions */
    with changed as (
      select customer_id, contact_id from next_contact_events where action in ('created', 'updated') and type in ('resolved', 'reopened')
      union select customer_id, contact_id from image_contact_events where sign < 0 and type in ('resolved', 'reopened')
    ), trail as (
      select n.position, n.customer_id, n.id, n.contact_id, n.at, n.type, null::boolean as stored from next_contact_events n
      where n.action in ('created', 'updated') and n.type in ('resolved', 'reopened')
      union all
      select null, e.customer_id, e.id, e.contact_id, e.at, e.type, e.reopened
      from changed c join contact_events e on e.contact_id = c.contact_id and e.customer_id = c.customer_id
      where e.type in ('resolved', 'reopened')
        and e.id not in (select id from next_contact_events where action in ('updated', 'deleted', 'waiting'))
    ), followed as (
      select *, type = 'resolved' and coalesce(lead(type) over (partition by contact_id order by at, id) = 'reopened', false) as undone
      from trail
    ), touched as (
      insert into touched_contact_events (customer_id, id)
      select customer_id, id from followed where position is null and undone <> stored
      on conflict do nothing
    )
    update next_contact_events n set reopened = true from followed f where f.position = n.position and f.undone`
}

/** The same for stored events whose followers changed. */
export async function deriveReopened(sql: TransactionSql): Promise<void> {
  await sql`/* deriveReopened */
    update contact_events target set reopened = followed.undone
    from (
      select e.customer_id, e.id, e.type = 'resolved' and coalesce(next.type = 'reopened', false) as undone
      from touched_contact_events t join contact_events e using (customer_id, id)
      left join lateral (
        select n.type from contact_events n
        where n.contact_id = e.contact_id and n.type in ('resolved', 'reopened') and (n.at, n.id) > (e.at, e.id)
        order by n.at, n.id limit 1
      ) next on true
      where not t.replaced
    ) followed
    where target.customer_id = followed.customer_id and target.id = followed.id and target.reopened <> followed.undone`
}
