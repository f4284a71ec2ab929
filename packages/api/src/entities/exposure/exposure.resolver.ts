import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Customer } from '../customer/customer.type.ts'
import { Trigger } from '../trigger/trigger.type.ts'
import { ExposureArgs } from './exposure.inputs.ts'
import { type ExposureRow, exposureSource } from './exposure.source.ts'
import { Exposure, ExposureConnection } from './exposure.type.ts'

@Resolver(() => Exposure)
export class ExposureResolver {
  @Query(() => ExposureConnection, { description: 'Customers who met with a cause of contacts.' })
  exposures(@Args(() => ExposureArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ExposureConnection(pageOf(context, exposureSource, args))
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Who met with it. Null: not yours to see.' })
  customer(@Root() { customerId }: ExposureRow, @Ctx() { loaders }: Context) {
    return loaders.node('customer').load(customerId)
  }

  @FieldResolver(() => Trigger, {
    nullable: true,
    description: 'What they met with. Null: it has not come, or it is not yours to see.',
  })
  trigger(@Root() { triggerId }: ExposureRow, @Ctx() { loaders }: Context) {
    return loaders.node('trigger').load(triggerId)
  }
}
