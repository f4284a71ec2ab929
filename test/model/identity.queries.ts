import type { Sql } from '../../packages/api/src/db/pools.ts'

/** Who may be one, and why; a line each. */
export async function duplicatesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ row: string }[]>`/* duplicatesOf */
    select (to_jsonb(p) - 'since')::text as row from possible_duplicates p order by 1`
  return rows.map(({ row }) => row)
}

/** The senders' ids of each customer, joined: `crm c1, shop c2`. Of sources with this ending alone, which is left out. */
export async function customersOf(sql: Sql, ending = ''): Promise<string[]> {
  const rows = await sql<{ ids: string }[]>`/* customersOf */
    select string_agg(left(source, length(source) - length(${ending})) || ' ' || external_id, ', ' order by source, external_id) as ids
    from customer_identities where right(source, length(${ending})) = ${ending} group by customer_id order by 1`
  return rows.map(({ ids }) => ids)
}

/** What cannot be: customers by another id than their least, without a row, over several brands, or not held together by just as many merges as it takes. */
export async function impossibleCustomers(sql: Sql): Promise<readonly unknown[]> {
  return await sql`/* impossibleCustomers */
    with grouped as (
      select customer_id, min(id::text)::uuid as least, count(*) as identities,
        count(distinct brand) filter (where version_at is not null) as brands
      from customer_identities group by 1
    ), held as (
      select one.customer_id, count(*) as links, bool_and(one.customer_id = other.customer_id) as within
      from customer_merges m join customer_identities one on one.id = m.identity_id
        join customer_identities other on other.id = m.other_identity_id
      where m.undone_at is null group by 1
    )
    select g.*, h.links, h.within, c.id as row from grouped g
      left join held h using (customer_id) full join customers c on c.id = g.customer_id
    where c.id is null or g.customer_id is null or g.customer_id <> g.least or g.brands > 1
      or coalesce(h.links, 0) <> g.identities - 1 or not coalesce(h.within, true)`
}

/** How much there is of a customer's story, and how many merges brought it together. */
export async function storyOf(sql: Sql, source: string, externalId: string): Promise<Record<string, unknown>> {
  const [row] = await sql<Record<string, unknown>[]>`/* storyOf */
    select c.name,
      (select count(*)::int from interactions f where f.customer_id = c.id) as interactions,
      (select count(*)::int from journeys f where f.customer_id = c.id) as journeys,
      (select count(*)::int from contacts f where f.customer_id = c.id) as contacts,
      (select count(*)::int from orders f where f.customer_id = c.id) as orders,
      (select count(*)::int from feedback f where f.customer_id = c.id) as answers,
      (select count(*)::int from surveys f where f.customer_id = c.id) as surveys,
      (select count(*)::int from customer_merges m join customer_identities o on o.id = m.identity_id
        where o.customer_id = c.id and m.undone_at is null) as merges
    from customer_identities i join customers c on c.id = i.customer_id
    where i.source = ${source} and i.external_id = ${externalId}`
  return { ...row }
}

export async function customerIds(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`/* customerIds */ select id from customers order by id`
  return rows.map(({ id }) => id)
}

/** In an order that is the same in every run. */
export async function mergesInForce(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`/* mergesInForce */
    select id from customer_merges where undone_at is null order by identity_id, other_identity_id`
  return rows.map(({ id }) => id)
}
