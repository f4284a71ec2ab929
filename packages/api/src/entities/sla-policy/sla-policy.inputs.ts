import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { slaPolicySource } from './sla-policy.source.ts'

export const SlaPolicyArgs = connectionArgs(slaPolicySource)
