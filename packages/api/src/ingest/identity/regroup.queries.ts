import type { TransactionSql } from '../../db/pools.ts'
import { departures } from '../load/departures.queries.ts'
import type { Decision, Identity } from './evidence.ts'
import type { LinkInForce } from './links.ts'
import type { IdentityRules } from './rules.ts'

/** What more identities than these share is looked at no more. */
const MEMBERS_MAX = 1_000

/** Where a regrouping keeps its books, empty. */
export async function createGroupTables(sql: TransactionSql): Promise<void> {
  await Promise.all([
    sql`/* createReached */
    create temp table if not exists reached_identities (id uuid primary key, round int not null)`,
    sql`/* createMoved */
    create temp table if not exists moved_identities (id uuid primary key, from_customer_id uuid, to_customer_id uuid)`,
    sql`/* createRegrouped */
    create temp table if not exists regrouped_customers (id uuid primary key)`,
  ])
  await sql`/* emptyGroupTables */
    with moved as (delete from moved_identities), regrouped as (delete from regrouped_customers) delete from reached_identities`
}

const others = (column: string) =>
  `exists (select from customer_identities o where o.${column} = i.${column} and o.id <> i.id)`

/** What staged identities were known by before this load changes it: those who share that may be grouped otherwise now. */
export async function reachFormer(sql: TransactionSql): Promise<void> {
  await sql`/* reachFormer */
    insert into reached_identities (id, round)
    select o.id, 0
    from stage_customer_identities s join customer_identities i on i.id = s.id
      cross join lateral (
        select o.id from customer_identities o where o.email_near = i.email_near and (i.brand, i.email_near) is distinct from (s.brand, s.email_near)
        union all select o.id from customer_identities o where o.phone_key = i.phone_key and (i.brand, i.phone_key) is distinct from (s.brand, s.phone_key)
        union all select unnest(i.same_as_ids)
        union all select o.id from customer_identities o where o.same_as_ids @> array[s.id]
      ) o
    where s.action in ('created', 'updated', 'deleted')
    on conflict do nothing`
}

/** Staged identities that may be of one customer with others; gives whether there are any. The rest is as it was. */
export async function reachStaged(sql: TransactionSql): Promise<boolean> {
  const [reached] = await sql.unsafe<{ any: boolean }[]>(`/* reachStaged */
    with reached as (
      insert into reached_identities (id, round)
      select s.id, 0 from stage_customer_identities s join customer_identities i on i.id = s.id
      where s.action in ('new', 'created', 'updated', 'deleted') and (
        i.same_as_ids is not null or ${others('email_near')} or ${others('phone_key')}
        or s.action <> 'new' and (i.customer_id <> i.id or ${others('customer_id')}))
      on conflict do nothing returning 1
    )
    select exists (select from reached) or exists (select from reached_identities) as any`)
  return reached?.any ?? false
}

/** These identities themselves. */
export async function reachThese(sql: TransactionSql, ids: readonly string[]): Promise<void> {
  await sql`/* reachThese */
    insert into reached_identities (id, round) select distinct id, 0 from unnest(${[...ids]}::uuid[]) t(id) on conflict do nothing`
}

/** All with whom those may be one customer, and all with whom these may be, and so on. */
export async function reachOn(
  sql: TransactionSql,
  { emailRule, phoneRule }: Pick<IdentityRules, 'emailRule' | 'phoneRule'>,
): Promise<void> {
  await sql`/* analyzeReached */ analyze reached_identities`
  for (let round = 0; ; round += 1) {
    const reached = await sql.unsafe(
      `/* reachOn */
    with f as materialized (
      select i.* from reached_identities r join customer_identities i on i.id = r.id where r.round = $1
    )
    insert into reached_identities (id, round)
    select id, $1 + 1 from (
      select c.id from (select distinct customer_id from f) g join customer_identities c on c.customer_id = g.customer_id
      union select unnest(f.same_as_ids) from f
      union select n.id from f join customer_identities n on n.same_as_ids @> array[f.id]
      union select d.other from f join identity_decisions d on d.one = f.id where d.together
      union select d.one from f join identity_decisions d on d.other = f.id where d.together
      ${emailRule === 'merge' ? `union ${sharing('email_near', 'and o.email_key = f.email_key')}` : ''}
      ${phoneRule === 'merge' ? `union ${sharing('phone_key')}` : ''}
    ) n on conflict do nothing`,
      [round],
    )
    if (reached.count === 0) return
  }
}

/** Who shares a word with those of `f`, unless too many do. */
const sharing = (column: string, more = '') => `
      select o.id from (select distinct ${column}${more ? ', email_key' : ''} from f where ${column} is not null) f
      cross join lateral (
        select o.id, o.email_key, count(*) over () as n
        from (select id, email_key from customer_identities c where c.${column} = f.${column} limit ${MEMBERS_MAX + 1}) o
      ) o where o.n <= ${MEMBERS_MAX} ${more}`

/** The identities that were reached, and with `beside` those of customers who share an address or a number with them. */
export async function reachedIdentities(sql: TransactionSql): Promise<{ reached: Identity[]; beside: Identity[] }> {
  const rows = await sql.unsafe<(Identity & { reached: boolean })[]>(`/* reachedIdentities */
    with f as materialized (select i.* from reached_identities r join customer_identities i on i.id = r.id),
    beside as (
      ${sharing('email_near')} union ${sharing('phone_key')}
    )
    select i.id, i.source, i.customer_id as "customerId", case when i.version_at is not null then i.brand end as brand, i.kind,
      i.email_key as "emailKey", i.email_near as "emailNear", i.phone_key as "phoneKey", i.same_as_ids as "sameAsIds",
      i.id in (select id from f) as reached
    from (
      select id from f
      union select o.id from beside join customer_identities b using (id) join customer_identities o on o.customer_id = b.customer_id
    ) found join customer_identities i using (id) order by i.id`)
  return { reached: rows.filter(({ reached }) => reached), beside: rows.filter(({ reached }) => !reached) }
}

export async function decisionsAmong(sql: TransactionSql, ids: readonly string[]): Promise<Decision[]> {
  return await sql<Decision[]>`/* decisionsAmong */
    select one, other, together from identity_decisions where one = any(${[...ids]}::uuid[]) and other = any(${[...ids]}::uuid[])
    order by one, other`
}

export async function linksInForce(sql: TransactionSql): Promise<LinkInForce[]> {
  return await sql<LinkInForce[]>`/* linksInForce */
    select m.id, m.identity_id as one, m.other_identity_id as other, m.rule
    from reached_identities r join customer_merges m on m.identity_id = r.id
    where m.undone_at is null order by m.merged_at, m.id`
}

/** Gives identities to their customers, with their versions, and notes both customers of each. */
export async function moveIdentities(
  sql: TransactionSql,
  moves: readonly { id: string; customerId: string }[],
): Promise<void> {
  await sql`/* moveIdentities */
    with moved as (
      insert into moved_identities (id, from_customer_id, to_customer_id)
      select i.id, i.customer_id, m.customer_id
      from unnest(${moves.map(({ id }) => id)}::uuid[], ${moves.map(({ customerId }) => customerId)}::uuid[]) m(id, customer_id)
        join customer_identities i on i.id = m.id
      returning id, from_customer_id, to_customer_id
    ), noted as (
      insert into regrouped_customers
      select from_customer_id from moved union select to_customer_id from moved
    )
    update customer_identities i set customer_id = m.to_customer_id from moved m where i.id = m.id`
  await sql`/* moveVersions */
    with gone as (
      delete from customer_versions v using moved_identities m
      where v.customer_id = m.from_customer_id and v.identity_id = m.id
      returning m.to_customer_id, v.identity_id, v.brand, v.version_at, v.version_sequence, v.segment, v.country
    )
    insert into customer_versions (customer_id, identity_id, brand, version_at, version_sequence, segment, country, customer_segment, customer_country)
    select *, segment, country from gone`
}

export async function endLinks(sql: TransactionSql, links: readonly LinkInForce[], by: string | null): Promise<void> {
  if (links.length === 0) return
  await sql`/* endLinks */
    update customer_merges set undone_at = now(), undone_by = ${by} where id = any(${links.map(({ id }) => id)}::uuid[])`
}

export interface NewLink {
  id: string
  one: string
  other: string
  rule: string
}

export async function beginLinks(sql: TransactionSql, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return
  const pick = <Key extends keyof NewLink>(key: Key) => links.map(link => link[key])
  await sql`/* beginLinks */
    insert into customer_merges (id, identity_id, other_identity_id, brand, rule, merged_at, merged_by)
    select l.id, l.one, l.other,
      (select i.brand from customer_identities i where i.id in (l.one, l.other) order by i.version_at is null, i.brand limit 1),
      l.rule, now(),
      (select d.decided_by from identity_decisions d where l.rule = 'hand' and d.together and (d.one, d.other) in ((l.one, l.other), (l.other, l.one)))
    from unnest(${pick('id')}::uuid[], ${pick('one')}::uuid[], ${pick('other')}::uuid[], ${pick('rule')}::text[])
      l(id, one, other, rule)`
}

export interface StoredDuplicate {
  oneId: string
  otherId: string
  key: string
  brand: string
  reason: string
  hindrance: string | null
  rank: number
}

/** The possible duplicates of these customers and by these keys are those given; the ones that stay keep their date. */
export async function writeDuplicates(
  sql: TransactionSql,
  customerIds: readonly string[],
  keys: readonly string[],
  duplicates: readonly StoredDuplicate[],
): Promise<void> {
  const pick = <Name extends keyof StoredDuplicate>(name: Name) => duplicates.map(duplicate => duplicate[name])
  const pairs = await sql<{ oneId: string; otherId: string }[]>`/* writeDuplicates */
    with found as (
      select md5(concat_ws(' ', key, one_id, other_id))::uuid as id, *
      from unnest(${pick('oneId')}::uuid[], ${pick('otherId')}::uuid[], ${pick('key')}::uuid[], ${pick('brand')}::text[],
        ${pick('reason')}::text[], ${pick('hindrance')}::text[], ${pick('rank')}::int[]) d(one_id, other_id, key, brand, reason, hindrance, rank)
    ), gone as (
      delete from possible_duplicates p
      where (p.key = any(${[...keys]}::uuid[]) or p.one_id = any(${[...customerIds]}::uuid[]) or p.other_id = any(${[...customerIds]}::uuid[]))
        and p.id not in (select id from found)
      returning one_id, other_id
    ), written as (
      insert into possible_duplicates (id, one_id, other_id, key, brand, reason, hindrance, rank, shown, since)
      select id, one_id, other_id, key, brand, reason, hindrance, rank, false, now() from found
      on conflict (id) do update set (brand, hindrance) = row(excluded.brand, excluded.hindrance)
      returning one_id, other_id
    )
    select one_id as "oneId", other_id as "otherId" from gone union select one_id, other_id from written`
  if (pairs.length === 0) return
  await sql`/* showDuplicates */
    update possible_duplicates p set shown = not p.shown
    from unnest(${pairs.map(({ oneId }) => oneId)}::uuid[], ${pairs.map(({ otherId }) => otherId)}::uuid[]) pair(one_id, other_id)
    where p.one_id = pair.one_id and p.other_id = pair.other_id and p.shown = exists (
      select from possible_duplicates o
      where o.one_id = p.one_id and o.other_id = p.other_id and (o.rank, o.key) < (p.rank, p.key))`
}

/**
 * What the versions of customers of several identities say of them as a whole: of each identity the one in force, else
 * its first; of these by field the newest that tells it.
 */
export async function deriveVersions(sql: TransactionSql): Promise<void> {
  const newest = (column: string) =>
    `(array_agg(l.${column} order by l.came desc, case when l.came then l.version_at end desc, l.version_at, l.version_sequence desc)
        filter (where l.${column} is not null))[1]`
  await sql.unsafe(`/* deriveVersions */
    update customer_versions target set (customer_segment, customer_country) = row(derived.segment, derived.country)
    from (
      select v.customer_id, v.identity_id, v.version_at, v.version_sequence, whole.segment, whole.country
      from (
        select id as customer_id from regrouped_customers
        union
        select i.customer_id from stage_customer_identities s join customer_identities i on i.id = s.id
        where i.customer_id <> i.id or s.action <> 'new' and ${others('customer_id')}
      ) c
      join customer_versions v using (customer_id)
      cross join lateral (
        select ${newest('segment')} as segment, ${newest('country')} as country
        from (
          select distinct on (o.identity_id) o.*, (o.version_at, o.version_sequence) <= (v.version_at, v.version_sequence) as came
          from customer_versions o where o.customer_id = v.customer_id
          order by o.identity_id, (o.version_at, o.version_sequence) <= (v.version_at, v.version_sequence) desc,
            case when (o.version_at, o.version_sequence) <= (v.version_at, v.version_sequence) then o.version_at end desc,
            case when (o.version_at, o.version_sequence) <= (v.version_at, v.version_sequence) then o.version_sequence end desc,
            o.version_at, o.version_sequence desc
        ) l
      ) whole
    ) derived
    where (target.customer_id, target.identity_id, target.version_at, target.version_sequence)
        = (derived.customer_id, derived.identity_id, derived.version_at, derived.version_sequence)
      and (target.customer_segment, target.customer_country) is distinct from (derived.segment, derived.country)`)
}

/** Customers whose identities all went elsewhere. */
export async function removeEmptied(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`/* removeEmptied */
    with gone as (
      delete from customers c using regrouped_customers r
      where c.id = r.id and not exists (select from customer_identities i where i.customer_id = c.id)
      returning c.id, c.brand
    )
    ${departures("select 'customer', id, brand, null, null from gone")}`)
}
