import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { surveySource } from './survey.source.ts'

export const SurveyArgs = connectionArgs(surveySource)
