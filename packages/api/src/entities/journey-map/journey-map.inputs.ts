import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { journeyMapSource } from './journey-map.source.ts'

export const JourneyMapArgs = connectionArgs(journeyMapSource)
