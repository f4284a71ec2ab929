import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { Identity } from './customer.type.ts'
import { MergeRule } from './customer.words.ts'
import { type IdentityRow, type MergeRow, waysIn } from './merges.ts'

/** How an identity came to its customer: by a merge that is in force. */
@Resolver(() => Identity)
export class IdentityResolver {
  @FieldResolver(() => MergeRule, { nullable: true })
  async joinedBy(@Root() identity: IdentityRow, @Ctx() context: Context) {
    return (await wayIn(identity, context))?.rule ?? null
  }

  @FieldResolver(() => DateTime, { nullable: true })
  async joinedAt(@Root() identity: IdentityRow, @Ctx() context: Context) {
    return (await wayIn(identity, context))?.mergedAt ?? null
  }

  @FieldResolver(() => ID, { nullable: true })
  async joinedThrough(@Root() identity: IdentityRow, @Ctx() context: Context) {
    return (await wayIn(identity, context))?.id ?? null
  }
}

async function wayIn({ id, customerId }: IdentityRow, { loaders }: Context): Promise<MergeRow | null> {
  return waysIn(customerId, await loaders.merges.load(customerId)).get(id) ?? null
}
