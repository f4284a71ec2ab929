import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const JourneyOutcome = { COMPLETED: 'completed', ABANDONED: 'abandoned' } as const
registerEnumType(JourneyOutcome, {
  name: 'JourneyOutcome',
  description: 'How a journey ended.',
  valuesConfig: {
    COMPLETED: { description: 'The customer came to its end.' },
    ABANDONED: { description: 'The customer left before.' },
  },
})
export const JourneyOutcomeFilter = enumFilter('JourneyOutcome', JourneyOutcome)
