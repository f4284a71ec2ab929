import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Customer } from '../customer/customer.type.ts'
import { Journey } from '../journey/journey.type.ts'
import { Touchpoint } from '../touchpoint/touchpoint.type.ts'
import { InteractionArgs } from './interaction.inputs.ts'
import { type InteractionRow, interactionSource } from './interaction.source.ts'
import { Interaction, InteractionConnection } from './interaction.type.ts'

@Resolver(() => Interaction)
export class InteractionResolver {
  @Query(() => InteractionConnection, { description: 'Occurrences of touchpoints.' })
  interactions(@Args(() => InteractionArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new InteractionConnection(pageOf(context, interactionSource, args))
  }

  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'Where it was. Null: that has not come, or it is not yours to see.',
  })
  touchpoint(@Root() { touchpointId }: InteractionRow, @Ctx() { loaders }: Context) {
    return loaders.node('touchpoint').load(touchpointId)
  }

  @FieldResolver(() => Journey, {
    nullable: true,
    description: 'The journey it is part of. Null: of none, or it has not come.',
  })
  journey(@Root() { journeyId }: InteractionRow, @Ctx() { loaders }: Context) {
    return journeyId ? loaders.node('journey').load(journeyId) : null
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null: nobody was named.' })
  customer(@Root() { known, customerId }: InteractionRow, @Ctx() { loaders }: Context) {
    return known ? loaders.node('customer').load(customerId) : null
  }
}
