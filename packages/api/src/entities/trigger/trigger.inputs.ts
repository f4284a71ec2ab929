import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { triggerSource } from './trigger.source.ts'

export const TriggerArgs = connectionArgs(triggerSource)
