import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { qualityReviewSource } from './quality-review.source.ts'

export const QualityReviewArgs = connectionArgs(qualityReviewSource)
