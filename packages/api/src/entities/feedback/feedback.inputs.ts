import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { feedbackSource } from './feedback.source.ts'

export const FeedbackArgs = connectionArgs(feedbackSource)
