import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { possibleDuplicateSource } from './possible-duplicate.source.ts'

export const PossibleDuplicateArgs = connectionArgs(possibleDuplicateSource)
