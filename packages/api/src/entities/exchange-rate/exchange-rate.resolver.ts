import { Args, Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { ExchangeRateArgs } from './exchange-rate.inputs.ts'
import { exchangeRateSource } from './exchange-rate.source.ts'
import { ExchangeRate, ExchangeRateConnection } from './exchange-rate.type.ts'

@Resolver(() => ExchangeRate)
export class ExchangeRateResolver {
  @Query(() => ExchangeRateConnection, { description: 'What currencies were worth.' })
  exchangeRates(@Args(() => ExchangeRateArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ExchangeRateConnection(pageOf(context, exchangeRateSource, args))
  }
}
