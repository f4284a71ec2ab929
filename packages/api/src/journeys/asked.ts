import { fail } from '@tweeluik/schema'
import { metrics } from '@tweeluik/schema/metrics'
import { dimensionsOf, fieldOf, readFilter, type WhereInput } from '../metrics/filter.ts'
import { refuseTooMuch } from '../metrics/fold.ts'
import type { Period } from '../metrics/periods.ts'
import { checkPeriod } from '../metrics/question.ts'
import { JOURNEYS_MAX, type JourneysAsked } from './journeys.queries.ts'

const { minSample = 0, dimensions = [] } = metrics.get('JOURNEYS') ?? {}

/** Fewer journeys than this are told to nobody who may see no single ones. */
export const SMALL = minSample

/** @throws a ProblemError when these journeys cannot be asked. */
export function readJourneys(period: Period, where: WhereInput | null, mapId: string | null): JourneysAsked {
  checkPeriod(period)
  const filter = readFilter(where)
  const unknown = [...dimensionsOf(filter)].find(dimension => !dimensions.includes(dimension))
  if (unknown) {
    fail(
      'DIMENSION_NOT_KNOWN',
      `where.${fieldOf(unknown)}`,
      `Journeys are not known by ${unknown}`,
      `They are known by ${dimensions.join(', ')}`,
    )
  }
  return { period, filter, mapId }
}

/** @throws OUT_OF_RANGE */
export function checkFrom1To(max: number, path: string, value: number): void {
  if (value >= 1 && value <= max) return
  fail('OUT_OF_RANGE', path, `${value} is not from 1 to ${max}`, `Send 1 to ${max}`)
}

/** @throws QUESTION_TOO_HEAVY */
export function checkFew(journeys: number): void {
  if (journeys > JOURNEYS_MAX) refuseTooMuch(`More than ${JOURNEYS_MAX} journeys would be walked`)
}
