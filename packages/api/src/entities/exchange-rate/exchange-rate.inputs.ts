import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { exchangeRateSource } from './exchange-rate.source.ts'

export const ExchangeRateArgs = connectionArgs(exchangeRateSource)
