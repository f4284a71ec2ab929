import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Money, moneyOf } from '../../graphql/money.type.ts'
import { CostRateArgs } from './cost-rate.inputs.ts'
import { type CostRateRow, costRateSource } from './cost-rate.source.ts'
import { CostRate, CostRateConnection } from './cost-rate.type.ts'

@Resolver(() => CostRate)
export class CostRateResolver {
  @Query(() => CostRateConnection, { description: 'What handling contacts costs.' })
  costRates(@Args(() => CostRateArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new CostRateConnection(pageOf(context, costRateSource, args))
  }

  @FieldResolver(() => Money, { description: 'Of an hour of handling, before overhead.' })
  perHour(@Root() { perHourE4, currency }: CostRateRow) {
    return moneyOf(perHourE4, currency)
  }

  @FieldResolver(() => Money, { description: 'Of each contact, whatever it takes, before overhead.' })
  perContact(@Root() { perContactE4, currency }: CostRateRow) {
    return moneyOf(perContactE4, currency)
  }
}
