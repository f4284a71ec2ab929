import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { annotationSource } from './annotation.source.ts'

export const AnnotationArgs = connectionArgs(annotationSource)
