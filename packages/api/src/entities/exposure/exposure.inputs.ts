import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { exposureSource } from './exposure.source.ts'

export const ExposureArgs = connectionArgs(exposureSource)
