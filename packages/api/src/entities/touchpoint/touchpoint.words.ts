import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const Awareness = { CONSCIOUS: 'conscious', UNCONSCIOUS: 'unconscious' } as const
registerEnumType(Awareness, {
  name: 'Awareness',
  description: 'Whether customers notice that they meet the company.',
  valuesConfig: {
    CONSCIOUS: { description: 'They come on purpose: a chat, a product page.' },
    UNCONSCIOUS: { description: 'It happens to them: a van on the road, a box on the stairs.' },
  },
})
export const AwarenessFilter = enumFilter('Awareness', Awareness)
