import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { journeySource } from './journey.source.ts'

export const JourneyArgs = connectionArgs(journeySource)
