import { customersAtStart, customersLost } from '../../facts/index.ts'
import type { PartValues } from '../define.ts'
import { inactivityOf } from '../params.ts'

/** Customers before the window, and those of them who were lost by its end. */
export const startSetParts = { atStart: customersAtStart(inactivityOf), lost: customersLost(inactivityOf) }

export const startSetOf = ({ atStart, lost }: PartValues<keyof typeof startSetParts>) => ({
  atStart,
  lost,
  retained: atStart - lost,
})
