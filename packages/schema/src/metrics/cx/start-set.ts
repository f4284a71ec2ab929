import { customerDay, customersAt } from '../../facts/index.ts'
import type { PartValues } from '../define.ts'
import { inactivityOf } from '../params.ts'

/**
 * Customers before the window and at its end, and those who came in it: their last base day lies too far back to have
 * been there when it began, or they had left for good.
 */
export const startSetParts = {
  atStart: customersAt('start', inactivityOf),
  atEnd: customersAt('end', inactivityOf),
  came: customerDay.arrived('base', params => inactivityOf(params) + 1),
}

/**
 * Of the customers at the start those who are still there at the end. Over more than `inactivityDays` that cannot be
 * told: who came in the window could have left it idle again, and would be taken off all the same.
 */
export function startSetOf({ atStart, atEnd, came }: PartValues<keyof typeof startSetParts>) {
  const retained = atEnd - came
  return { atStart, retained, lost: atStart - retained }
}
