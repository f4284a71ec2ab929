import type { TransactionSql } from '../../db/pools.ts'

export interface FoundCustomer {
  id: string
  brand: string
}

/** Customers by ids that they have or had: an id that was merged into another leads to that one. */
export async function customersNow(sql: TransactionSql, ids: readonly string[]): Promise<Map<string, FoundCustomer>> {
  const rows = await sql<(FoundCustomer & { asked: string })[]>`/* customersNow */
    select i.id as asked, c.id, c.brand from customer_identities i join customers c on c.id = i.customer_id
    where i.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map(({ asked, ...customer }) => [asked, customer]))
}

export interface FoundMerge {
  one: string
  other: string
  brand: string
  undone: boolean
}

export async function mergeById(sql: TransactionSql, id: string): Promise<FoundMerge | null> {
  const [merge] = await sql<FoundMerge[]>`/* mergeById */
    select identity_id as one, other_identity_id as other, brand, undone_at is not null as undone from customer_merges where id = ${id}`
  return merge ?? null
}

/** Forgets what was decided of identities of these customers and of those, whichever way. */
export async function forgetBetween(sql: TransactionSql, one: string, other: string, together: boolean): Promise<void> {
  await sql`/* forgetBetween */
    delete from identity_decisions d using customer_identities one, customer_identities other
    where one.id = d.one and other.id = d.other and d.together = ${together}
      and ((one.customer_id = ${one} and other.customer_id = ${other}) or (one.customer_id = ${other} and other.customer_id = ${one}))`
}

/** Forgets that these identities were brought together with those. */
export async function forgetTogether(
  sql: TransactionSql,
  some: readonly string[],
  others: readonly string[],
): Promise<void> {
  await sql`/* forgetTogether */
    delete from identity_decisions where together
      and ((one = any(${[...some]}::uuid[]) and other = any(${[...others]}::uuid[]))
        or (other = any(${[...some]}::uuid[]) and one = any(${[...others]}::uuid[])))`
}

/** Writes down what somebody decided of one identity and each of the others. */
export async function insertDecisions(
  sql: TransactionSql,
  one: string,
  others: readonly string[],
  together: boolean,
  by: string,
): Promise<void> {
  await sql`/* insertDecisions */
    insert into identity_decisions (one, other, together, decided_at, decided_by)
    select ${one}::uuid, other, ${together}, now(), ${by} from unnest(${[...others]}::uuid[]) t(other)
    on conflict (one, other) do update set (together, decided_at, decided_by) = (excluded.together, excluded.decided_at, excluded.decided_by)`
}
