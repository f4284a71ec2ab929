import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { interactionSource } from './interaction.source.ts'

export const InteractionArgs = connectionArgs(interactionSource)
