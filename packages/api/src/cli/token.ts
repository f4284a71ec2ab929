import { fail } from '@tweeluik/schema'
import type { Command } from 'commander'
import { Option } from 'commander'
import { readEnvironment } from '../env.ts'
import { isUuid } from '../graphql/global-id.ts'
import { type Role, roles } from '../security/roles.ts'
import { revokeToken, type StoredToken, selectTokens } from '../security/tokens.queries.ts'
import { createToken, expiryAfter } from '../security/tokens.ts'
import { say, sayJson } from './output.ts'
import { withDatabase } from './with-database.ts'

interface CreateOptions {
  role: Role
  brand?: string[]
  source?: string
  expires: string
  name?: string
  json?: boolean
}

export function addToken(program: Command): void {
  const token = program.command('token').description('who may do what over HTTP')
  token
    .command('create')
    .description('make a token; its text is shown this once')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
    .option('--brand <brand...>', 'only these brands (every brand when left out)')
    .option('--source <source>', 'the one source that an integrator writes')
    .option('--expires <days>', 'after so many days, as 90d', '90d')
    .option('--name <name>', 'what you know it by')
    .option('--json', 'answer in JSON')
    .action(create)
  token.command('list').description('list the tokens').option('--json', 'answer in JSON').action(list)
  token
    .command('revoke <id>')
    .description('end a token at once')
    .action(async (id: string) => {
      const revoked = isUuid(id) && (await withDatabase(readEnvironment(), ({ owner }) => revokeToken(owner, id)))
      if (!revoked) fail('NO_SUCH_TOKEN', 'id', `There is no token ${id} in force.`, 'See `pnpm tweeluik token list`.')
      say('Revoked.')
    })
}

async function create({ role, brand, source, expires, name, json }: CreateOptions): Promise<void> {
  const given = {
    name: name ?? role,
    role,
    brands: brand ?? null,
    source: source ?? null,
    expiresAt: expiryAfter(daysIn(expires), new Date()),
  }
  const { id, token } = await withDatabase(readEnvironment(), ({ owner }) => createToken(owner, given))
  if (json) return sayJson({ id, token, ...given })
  say(token)
  say(`This is the only time it is shown. Its id is ${id}; it ends on ${given.expiresAt.toISOString().slice(0, 10)}.`)
}

async function list({ json }: { json?: boolean }): Promise<void> {
  const tokens = await withDatabase(readEnvironment(), ({ owner }) => selectTokens(owner))
  if (json) return sayJson(tokens)
  if (tokens.length === 0) say('None: whoever is on this machine may do everything, and nobody else comes in.')
  for (const token of tokens) say([token.id, token.role, stateOf(token), scopeOf(token), token.name].join('  '))
}

function stateOf({ revokedAt, expiresAt }: StoredToken): string {
  if (revokedAt) return 'revoked'
  return expiresAt && expiresAt <= new Date() ? 'expired' : 'in force'
}

function scopeOf({ brands, source }: StoredToken): string {
  return source === null ? `brands: ${brands?.join(', ') ?? 'all'}` : `source: ${source}`
}

/** Of `90d`; what is written otherwise is no number. */
const daysIn = (text: string) => Number(/^(\d{1,4})d$/.exec(text)?.[1])
