import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { costRateSource } from './cost-rate.source.ts'

export const CostRateArgs = connectionArgs(costRateSource)
