import { timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fail } from '@tweeluik/schema'
import type { Sql } from '../db/pools.ts'
import type { BrandCatalogue } from './brands.ts'
import { isLoopback } from './origin.ts'
import type { Viewer } from './roles.ts'
import { findToken, hasTokens, noteUse } from './tokens.queries.ts'
import { digestOf } from './tokens.ts'

const ALL_BRANDS = '*'
const ADMIN_TOKEN_CHARACTERS_MIN = 20
const RECHECK_MS = 1_000
const NOTE_USE_AFTER_MS = 60_000

export interface Authenticator {
  /** Whether whoever comes must show a token. Once true it stays so. */
  needsToken(): Promise<boolean>
  /** Who may do everything because nobody else can come here. */
  local(): Promise<Viewer>
  /** Null when the token is none in force; nothing tells why. */
  viewerOf(token: string): Promise<Viewer | null>
}

interface AuthenticatorOptions {
  owner: Sql
  brands: BrandCatalogue
  host: string
  adminTokenFile: string | undefined
}

/** @throws CREDENTIALS_NEEDED when others than this machine could come in and there is no token at all. */
export async function openAuthenticator({
  owner,
  brands,
  host,
  adminTokenFile,
}: AuthenticatorOptions): Promise<Authenticator> {
  const adminDigest = adminTokenFile === undefined ? null : await readAdminToken(adminTokenFile)
  let needed = adminDigest !== null || (await hasTokens(owner))
  let checkedAt = performance.now()
  if (!needed && !isLoopback(host)) {
    fail(
      'CREDENTIALS_NEEDED',
      'HOST',
      `Nobody needs a token yet, so the server listens on this machine only, not on ${host}.`,
      'Set TWEELUIK_ADMIN_TOKEN_FILE, or make a token with `pnpm tweeluik token create`.',
    )
  }
  const everything = async (id: string, name = id): Promise<Viewer> => {
    return { role: 'admin', brands: [...(await brands.all()), ALL_BRANDS], seesAllBrands: true, source: null, id, name }
  }
  return {
    async needsToken() {
      if (!needed && performance.now() - checkedAt > RECHECK_MS) {
        checkedAt = performance.now()
        // A database that is away has no tokens to give, and no data either.
        needed = await hasTokens(owner).catch(() => false)
      }
      return needed
    },
    local: () => everything('local'),
    async viewerOf(text) {
      const digest = digestOf(text)
      if (adminDigest !== null && timingSafeEqual(Buffer.from(digest), Buffer.from(adminDigest))) {
        return everything('admin')
      }
      const token = await findToken(owner, digest)
      if (!token) return null
      if (Date.now() - (token.lastUsedAt?.getTime() ?? 0) > NOTE_USE_AFTER_MS) await noteUse(owner, token.id)
      const { id, name, role, source } = token
      return token.brands
        ? { id, name, role, source, brands: token.brands, seesAllBrands: false }
        : { ...(await everything(id, name)), role, source }
    },
  }
}

async function readAdminToken(file: string): Promise<string> {
  const token = (await readFile(file, 'utf8')).trim()
  if (token.length < ADMIN_TOKEN_CHARACTERS_MIN) {
    fail(
      'WEAK_ADMIN_TOKEN',
      'TWEELUIK_ADMIN_TOKEN_FILE',
      `The admin token is shorter than ${ADMIN_TOKEN_CHARACTERS_MIN} characters.`,
      'Write a random one into the file: openssl rand -base64 32',
    )
  }
  return digestOf(token)
}
