import { type Dimension, dimensions, type FactSpec } from './define.ts'

type Spec = Pick<FactSpec<Record<string, unknown>, string, string>, 'dimensions' | 'sets'>

/** The dimensions by which a fact's deltas are kept, in the order of their values: all that stand in any set. */
export const deltaDimensions = ({ dimensions: own, sets }: Spec): readonly Dimension[] =>
  dimensions.filter(dimension => Object.hasOwn(own, dimension) && sets.some(set => set.includes(dimension)))
