import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Money, moneyOf } from '../../graphql/money.type.ts'
import { changedBy, changeFields } from '../last-change/last-change.ts'
import { Touchpoint } from '../touchpoint/touchpoint.type.ts'
import { InvestmentArgs } from './investment.inputs.ts'
import { type InvestmentRow, investmentSource } from './investment.source.ts'
import { Investment, InvestmentConnection } from './investment.type.ts'

@Resolver(() => Investment)
export class InvestmentResolver {
  @Query(() => InvestmentConnection, { description: 'Money spent on experience and service.' })
  investments(@Args(() => InvestmentArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new InvestmentConnection(pageOf(context, investmentSource, args))
  }

  @FieldResolver(() => Money, { description: 'How much.' })
  amount(@Root() { amountE4, currency }: InvestmentRow) {
    return moneyOf(amountE4, currency)
  }

  @FieldResolver(() => Date, changeFields.updatedAt)
  updatedAt(@Root() { versionAt }: InvestmentRow): Date {
    return versionAt
  }

  @FieldResolver(() => String, changeFields.updatedBy)
  updatedBy(@Root() row: InvestmentRow, @Ctx() context: Context) {
    return changedBy(row, context)
  }

  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'The touchpoint it was spent on. Null: on none, or it has not come.',
  })
  touchpoint(@Root() { touchpointId }: InvestmentRow, @Ctx() { loaders }: Context) {
    return touchpointId ? loaders.node('touchpoint').load(touchpointId) : null
  }
}
