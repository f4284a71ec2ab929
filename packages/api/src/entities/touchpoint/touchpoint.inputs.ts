import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { touchpointSource } from './touchpoint.source.ts'

export const TouchpointArgs = connectionArgs(touchpointSource)
