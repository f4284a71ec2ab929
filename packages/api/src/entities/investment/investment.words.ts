import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const InvestmentPurpose = {
  ACQUISITION: 'acquisition',
  RETENTION: 'retention',
  SERVICE: 'service',
  OTHER: 'other',
} as const
registerEnumType(InvestmentPurpose, {
  name: 'InvestmentPurpose',
  description: 'What money was spent for.',
  valuesConfig: {
    ACQUISITION: { description: 'To win customers.' },
    RETENTION: { description: 'To keep customers.' },
    SERVICE: { description: 'To help customers.' },
    OTHER: { description: 'For something else.' },
  },
})
export const InvestmentPurposeFilter = enumFilter('InvestmentPurpose', InvestmentPurpose)

export const InvestmentLens = { CX: 'cx', SERVICE: 'service' } as const
registerEnumType(InvestmentLens, {
  name: 'InvestmentLens',
  description: 'On which panel an investment counts.',
  valuesConfig: {
    CX: { description: 'Experience, the value centre.' },
    SERVICE: { description: 'Customer service, the cost centre.' },
  },
})
export const InvestmentLensFilter = enumFilter('InvestmentLens', InvestmentLens)
