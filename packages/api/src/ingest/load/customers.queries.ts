import type { TransactionSql } from '../../db/pools.ts'
import { columnNamesOf } from '../record-tables.ts'
import { departures } from './departures.queries.ts'
import { THIS_LOAD } from './lock.queries.ts'

/**
 * Customers of whom a statement's `moved` says in which brand they are now leave the one in which it found them, and take
 * along what is logged of their merges.
 */
const MOVED_TO_OTHER_BRANDS = `, elsewhere as (
      select c.id, c.brand as old_brand, m.brand from moved m join customers c on c.id = m.id where c.brand <> m.brand
    ), merges as (
      update customer_merges g set brand = e.brand from elsewhere e join customer_identities i on i.customer_id = e.id
      where g.identity_id = i.id and g.undone_at is null
    )
    ${departures(`select 'customer', id, old_brand, null, null from elsewhere`)}`

/**
 * Customers that staged facts name exist from this mention on. Until their own record comes they live in the least of
 * the brands that name them, whatever the order of arrival: a brand that never met them learns nothing of them. Merged
 * ones lead to the customer that they are now.
 */
export async function ensureCustomers(sql: TransactionSql, stage: string): Promise<void> {
  await ensureIdentities(
    sql,
    `select identity_id as id, identity_source as source, identity_external_id as external_id, brand from ${stage} where identity_id is not null`,
  )
  await sql.unsafe(`/* followMerges */
    update ${stage} s set customer_id = i.customer_id
    from customer_identities i where i.id = s.identity_id and i.customer_id <> s.customer_id`)
}

/** As {@link ensureCustomers}, for those that staged identities say they are the same as. */
export async function ensureSameAs(sql: TransactionSql): Promise<void> {
  const [named] = await sql<{ any: boolean }[]>`/* anySameAs */
    select exists (select from stage_customer_identities where same_as_ids is not null) as any`
  if (!named?.any) return
  await ensureIdentities(
    sql,
    `select t.id, o.source, o.external_id, s.brand
      from stage_customer_identities s
        cross join lateral (
          select e.value ->> 'source' as source, e.value ->> 'id' as external_id, row_number() over (order by e.place) as place
          from jsonb_array_elements(s.same_as) with ordinality e(value, place)
          where (e.value ->> 'source', e.value ->> 'id') <> (s.source, s.external_id)
        ) o
        join lateral unnest(s.same_as_ids) with ordinality t(id, place) on t.place = o.place
      where s.same_as_ids is not null`,
  )
}

/** @param names SQL of rows with id, source, external_id and brand */
async function ensureIdentities(sql: TransactionSql, names: string): Promise<void> {
  await sql.unsafe(`/* ensureIdentities */
    with named as (
      select distinct on (id) id, source, external_id, brand from (${names}) n order by id, brand
    ), added as (
      insert into customer_identities (id, source, external_id, customer_id, brand)
      select id, source, external_id, id, brand from named n
      where not exists (select from customer_identities i where i.id = n.id)
      returning id, brand
    )
    insert into customers (id, brand) select id, brand from added`)
  // Each is looked up by its key: that many have come without a record of their own is what the planner learns last.
  await sql.unsafe(`/* lowerBrands */
    with named as (select id, min(brand) as brand from (${names}) n group by 1),
    lower as materialized (
      select n.id, n.brand from named n
        cross join lateral (
          select from customer_identities i where i.id = n.id and i.version_at is null and n.brand < i.brand offset 0
        ) i
    ), lowered as (
      update customer_identities i set brand = n.brand from lower n
      where i.id = n.id and not exists (select from customer_versions v where v.identity_id = i.id)
      returning i.customer_id, i.brand
    ), moved as (
      update customers c set brand = l.brand, load_number = ${THIS_LOAD} from lowered l
      where c.id = l.customer_id and l.brand < c.brand
        and not exists (select from customer_identities k where k.customer_id = c.id and k.version_at is not null)
      returning c.id, c.brand
    )${MOVED_TO_OTHER_BRANDS}`)
}

/**
 * new: nobody had named it. created: first record of an identity that others had named. What is deleted is as if only
 * others had named it, and leaves a tombstone. Content that is equal, or a version that is not newer, changes nothing.
 */
export async function decideIdentities(sql: TransactionSql): Promise<void> {
  await sql`/* decideIdentities */
    update stage_customer_identities s set customer_id = coalesce(i.customer_id, s.id), action = case
        when s.action = 'older' then 'older'
        when (s.version_at, s.version_sequence) <= (i.version_at, i.version_sequence) then 'older'
        when (s.version_at, s.version_sequence) <= (grave.version_at, grave.version_sequence) then 'older'
        when s.deleted_at is not null then case when i.version_at is not null then 'deleted' when grave.id is not null then 'equal' else 'buried' end
        when i.id is null then 'new'
        when i.version_at is null then 'created'
        when i.content is not distinct from s.content then 'equal'
        else 'updated' end
    from stage_customer_identities self
      left join customer_identities i on i.id = self.id
      left join tombstones grave on grave.id = self.id and grave.kind = 'customer'
    where self.position = s.position`
}

/**
 * Every version tells what segment and country were from its time on, also one that came late. One with equal content
 * but a later `updatedAt` ends what a late one before it says.
 */
export async function keepVersions(sql: TransactionSql): Promise<void> {
  await sql`/* keepVersions */
    insert into customer_versions (customer_id, identity_id, brand, version_at, version_sequence, segment, country, customer_segment, customer_country)
    select s.customer_id, s.id, s.brand, s.version_at, s.version_sequence, s.segment, s.country, s.segment, s.country
    from stage_customer_identities s left join customer_identities i on i.id = s.id
    where s.deleted_at is null and (s.action <> 'equal' or s.updated_at > i.version_at)
    on conflict do nothing`
}

/** Of an identity, all that its own record tells. */
const TOLD = columnNamesOf('customers').filter(
  column => !['id', 'source', 'external_id', 'customer_id', 'brand'].includes(column),
)

/**
 * The identities' new images. A deleted one keeps only its key and its brand, so that nothing personal stays; one whose
 * deletion came before its versions is known by these.
 */
export async function writeIdentities(sql: TransactionSql): Promise<void> {
  const columns = TOLD.join(', ')
  await sql.unsafe(`/* writeIdentities */
    insert into customer_identities (id, source, external_id, customer_id, brand, ${columns})
    select id, source, external_id, customer_id, brand, ${columns}
    from stage_customer_identities s where action in ('new', 'created', 'updated') order by id
    on conflict (id) do update set (brand, ${columns}) = (excluded.brand, ${TOLD.map(column => `excluded.${column}`).join(', ')})`)
  await sql.unsafe(`/* clearIdentities */
    update customer_identities i set (${columns}) = row(${TOLD.map(() => 'null').join(', ')})
    from stage_customer_identities s where s.id = i.id and s.action = 'deleted'`)
  await sql`/* nameIdentities */
    insert into customer_identities (id, source, external_id, customer_id, brand)
    select distinct on (id) id, source, external_id, id, brand from stage_customer_identities
    where action = 'older' and deleted_at is null order by id, version_at desc, version_sequence desc
    on conflict (id) do nothing`
  await sql`/* brandGoneIdentities */
    update customer_identities i set brand = v.brand
    from stage_customer_identities s cross join lateral (
      select v.brand from customer_versions v where v.identity_id = s.id and v.customer_id = s.customer_id
      order by v.version_at desc, v.version_sequence desc limit 1
    ) v
    where s.action in ('deleted', 'older') and i.id = s.id and i.version_at is null and i.brand <> v.brand`
  await sql`/* raiseVersions */
    update customer_identities i set version_at = s.version_at, version_sequence = s.version_sequence
    from stage_customer_identities s where s.id = i.id and s.action = 'equal' and s.deleted_at is null`
  await sql`/* buryIdentities */
    insert into tombstones (kind, id, version_at, version_sequence, deleted_at)
    select 'customer', id, version_at, version_sequence, deleted_at from stage_customer_identities
    where deleted_at is not null and action <> 'older' order by id
    on conflict (id, kind) do update set (version_at, version_sequence, deleted_at)
      = (excluded.version_at, excluded.version_sequence, excluded.deleted_at)`
  await sql`/* unburyIdentities */
    delete from tombstones t using stage_customer_identities s
    where t.id = s.id and t.kind = 'customer' and s.action in ('new', 'created')`
}

/**
 * Each customer from its identities: by field, the newest that is not null. Who is known to one source is nobody's
 * anonymous visitor, however new that visitor's record is.
 */
export async function writeCustomers(sql: TransactionSql): Promise<void> {
  const newest = (column: string) =>
    `(array_agg(${column} order by version_at desc, version_sequence desc) filter (where version_at is not null and ${column} is not null))[1]`
  const anonymous = `(array_agg(anonymous order by anonymous is true, anonymous) filter (where version_at is not null))[1]`
  const told = (column: string) => `${column === 'anonymous' ? anonymous : newest(column)} as ${column}`
  const columns = [
    'kind',
    'company',
    'name',
    'email',
    'phone',
    'language',
    'country',
    'segment',
    'acquired_at',
    'churned_at',
    'anonymous',
    'attributes',
    'acquired_day',
    'churned_day',
  ]
  await sql.unsafe(`/* writeCustomers */
    with moved as (
    insert into customers (id, brand, ${columns.join(', ')}, name_search, email_search)
    select *, normalize(lower(name), NFKC), lower(email) from (
      select customer_id, coalesce(${newest('brand')}, min(brand)), ${columns.map(told).join(', ')}
      from customer_identities
      where customer_id in (
        select customer_id from stage_customer_identities where action not in ('equal', 'buried')
        union select id from regrouped_customers
      )
      group by customer_id
    ) newest order by 1
    on conflict (id) do update set (brand, ${columns.join(', ')}, name_search, email_search, load_number)
      = (excluded.brand, ${columns.map(column => `excluded.${column}`).join(', ')}, excluded.name_search, excluded.email_search,
        excluded.load_number)
    returning id, brand
    )${MOVED_TO_OTHER_BRANDS}`)
}

/**
 * Facts of the staged customers whose stamp is no longer what was true at their time. Of a customer whom nobody had
 * named before there are none.
 */
export async function touchStamped(sql: TransactionSql, { table, at }: { table: string; at: string }): Promise<void> {
  await sql.unsafe(`/* touchStamped */
    insert into touched_${table} (customer_id, id)
    select f.customer_id, f.id
    from (
      select customer_id from stage_customer_identities where action <> 'new'
      union select id from regrouped_customers
    ) s
    join ${table} f on f.customer_id = s.customer_id
    ${stampJoin(at)}
    where (f.segment, f.country) is distinct from (stamp.segment, stamp.country)
    on conflict do nothing`)
}

/** A fact's segment and country by the version in force at it; before the first one, the first. The fact is `f`. */
export const stampJoin = (at: string) => `
      left join lateral (
        select v.customer_segment as segment, v.customer_country as country from customer_versions v where v.customer_id = f.customer_id
        order by (v.version_at <= f.${at}) desc, case when v.version_at <= f.${at} then v.version_at end desc, v.version_at, v.version_sequence desc
        limit 1
      ) stamp on true`
