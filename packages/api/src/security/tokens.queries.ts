import type { Sql, TransactionSql } from '../db/pools.ts'
import type { Role } from './roles.ts'
import type { NewToken } from './tokens.ts'

export interface StoredToken {
  id: string
  name: string
  role: Role
  brands: readonly string[] | null
  source: string | null
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  /** To the minute. Null: never. */
  lastUsedAt: Date | null
}

/** Does something while nobody else makes or ends a token: what it has found out of them holds until it is done. */
export function decideAlone<Decided>(owner: Sql, decide: (sql: TransactionSql) => Promise<Decided>) {
  return owner.begin(async sql => {
    await sql`/* lockTokens */ lock table api_tokens in share row exclusive mode`
    return decide(sql)
  })
}

export async function insertToken(
  owner: Sql | TransactionSql,
  token: NewToken & { id: string; digest: string },
): Promise<void> {
  const { id, name, digest, role, source, expiresAt } = token
  const brands = token.brands && [...token.brands]
  await owner`/* insertToken */
    insert into api_tokens (id, name, digest, role, brands, source, created_at, expires_at)
    values (${id}, ${name}, ${digest}, ${role}, ${brands}::text[], ${source}, now(), ${expiresAt})`
}

export async function selectTokens(owner: Sql | TransactionSql): Promise<readonly StoredToken[]> {
  return owner<StoredToken[]>`/* selectTokens */
    select id, name, role, brands, source, created_at as "createdAt", expires_at as "expiresAt",
      revoked_at as "revokedAt", last_used_at as "lastUsedAt"
    from api_tokens order by created_at, id`
}

/** Whether any token was ever made: from then on nobody comes in without one. */
export async function hasTokens(owner: Sql | TransactionSql): Promise<boolean> {
  const rows = await owner`/* hasTokens */ select from api_tokens limit 1`
  return rows.length > 0
}

/** The token in force with this digest. */
export async function findToken(owner: Sql, digest: string): Promise<StoredToken | undefined> {
  const [token] = await owner<StoredToken[]>`/* findToken */
    select id, name, role, brands, source, created_at as "createdAt", expires_at as "expiresAt",
      revoked_at as "revokedAt", last_used_at as "lastUsedAt"
    from api_tokens
    where digest = ${digest} and revoked_at is null and (expires_at is null or expires_at > now())`
  return token
}

/** At most once a minute, so that reading does not become writing. */
export async function noteUse(owner: Sql, id: string): Promise<void> {
  await owner`/* noteUse */
    update api_tokens set last_used_at = now()
    where id = ${id} and (last_used_at is null or last_used_at < now() - interval '1 minute')`
}

/** False when there is no such token in force. */
export async function revokeToken(owner: Sql | TransactionSql, id: string): Promise<boolean> {
  const rows = await owner`/* revokeToken */
    update api_tokens set revoked_at = now() where id = ${id} and revoked_at is null returning id`
  return rows.length > 0
}
