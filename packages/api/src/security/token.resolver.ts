import { fail } from '@tweeluik/schema'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { isUuid } from '../graphql/global-id.ts'
import { cameWithoutToken, may, type Role } from './roles.ts'
import { CreatedToken, Token, TokenInput } from './token.type.ts'
import { decideAlone, hasTokens, revokeToken, type StoredToken, selectTokens } from './tokens.queries.ts'
import { createToken, expiryAfter } from './tokens.ts'

/** Who may come in, and as what: for administrators of every brand alone, since a token could give what its maker has not. */
@Resolver()
export class TokenResolver {
  @Query(() => Boolean, {
    description: 'Whether whoever comes must show a token. Not before the first is made, which ends it for good.',
  })
  tokenNeeded(@Ctx() { viewer }: Context): boolean {
    return !cameWithoutToken(viewer)
  }

  @Query(() => [Token], { description: 'All that were ever made, the newest first.' })
  async tokens(@Ctx() context: Context): Promise<readonly StoredToken[]> {
    checkMayDecide(context)
    const tokens = await selectTokens(context.database.owner)
    return tokens.toReversed()
  }

  @Mutation(() => CreatedToken, {
    description: 'Makes a token. The first one must be of an administrator: from then on nobody comes in without one.',
  })
  async createToken(
    @Arg('input', () => TokenInput, { description: 'What it is to be.' }) input: TokenInput,
    @Ctx() context: Context,
  ): Promise<CreatedToken> {
    checkMayDecide(context)
    const { name, role, brands = null, source = null, days } = input
    if (cameWithoutToken(context.viewer) && (role !== 'admin' || brands !== null)) {
      fail(
        'FIRST_IS_ADMIN',
        'input.role',
        'The first token ends that nobody needs one; nobody could then make another',
        'Make one of role ADMIN and of every brand first',
      )
    }
    const expiresAt = expiryAfter(days, context.now)
    const made = await decideAlone(context.database.owner, async sql => {
      // Whoever came in before the first was made, and would make one after it.
      if (cameWithoutToken(context.viewer) && (await hasTokens(sql))) {
        fail('TOKEN_NEEDED', 'authorization', 'This server needs a token by now', 'Send `Authorization: Bearer twl_..`')
      }
      return createToken(sql, { name, role: role as Role, brands, source, expiresAt })
    })
    return { token: await storedToken(context, made.id), secret: made.token }
  }

  @Mutation(() => Token, { description: 'Ends a token at once, and for good.' })
  async revokeToken(
    @Arg('id', () => ID, { description: 'As `tokens` gives it.' }) id: string,
    @Arg('evenLastAdmin', () => Boolean, {
      defaultValue: false,
      description:
        'Also when no other token of an administrator is in force: tokens are then made on the command line alone.',
    })
    evenLastAdmin: boolean,
    @Ctx() context: Context,
  ): Promise<StoredToken> {
    checkMayDecide(context)
    await decideAlone(context.database.owner, async sql => {
      const tokens = await selectTokens(sql)
      const admins = tokens.filter(token => isAdminInForce(token, context.now))
      if (!evenLastAdmin && admins.length === 1 && admins[0]?.id === id) {
        fail(
          'LAST_ADMIN',
          'evenLastAdmin',
          'No other token of an administrator is in force: without it nobody changes settings or makes tokens here',
          'Make another first, or revoke it even so and make one by `pnpm tweeluik token create`',
        )
      }
      if (!isUuid(id) || !(await revokeToken(sql, id))) {
        fail('NOT_FOUND', 'id', 'There is no such token in force', 'Send the id as `tokens` gives it')
      }
    })
    return storedToken(context, id)
  }
}

/** @throws ROLE_WITHOUT_RIGHT */
function checkMayDecide({ viewer }: Context): void {
  if (may(viewer, 'operate') && viewer.seesAllBrands) return
  fail(
    'ROLE_WITHOUT_RIGHT',
    '',
    `The role ${viewer.role} decides about no tokens`,
    'Ask an administrator of every brand',
  )
}

const isAdminInForce = ({ role, brands, expiresAt, revokedAt }: StoredToken, now: Date) =>
  role === 'admin' && brands === null && revokedAt === null && (expiresAt === null || expiresAt > now)

async function storedToken({ database }: Context, id: string): Promise<StoredToken> {
  const tokens = await selectTokens(database.owner)
  return tokens.find(token => token.id === id) ?? fail('NOT_FOUND', 'id', 'There is no such token', 'List them anew')
}
