import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { investmentSource } from './investment.source.ts'

export const InvestmentArgs = connectionArgs(investmentSource)
