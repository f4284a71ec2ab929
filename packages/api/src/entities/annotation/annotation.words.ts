import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const AnnotationLens = { CX: 'cx', SERVICE: 'service' } as const
registerEnumType(AnnotationLens, {
  name: 'AnnotationLens',
  description: 'On which panel an annotation is drawn.',
  valuesConfig: {
    CX: { description: 'Experience, the value centre.' },
    SERVICE: { description: 'Customer service, the cost centre.' },
  },
})
export const AnnotationLensFilter = enumFilter('AnnotationLens', AnnotationLens)
