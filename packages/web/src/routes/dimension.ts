import type { Dimension } from '../graphql/generated/graphql.ts'
import type { FilterField } from './scope.ts'

/** A dimension by the name that it has in `MetricWhere` and in the address. */
export const fieldOf = (dimension: Dimension): FilterField =>
  dimension.toLowerCase().replace(/_[a-z]/g, ([, letter = '']) => letter.toUpperCase()) as FilterField

export const dimensionOf = (field: FilterField): Dimension =>
  field.replace(/[A-Z]/g, letter => `_${letter}`).toUpperCase() as Dimension
