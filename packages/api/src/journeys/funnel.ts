import { share } from '@tweeluik/schema/metrics'
import type { JourneyStep } from '@tweeluik/schema/tables'
import { refuseHeavy } from '../db/too-heavy.ts'
import type { Asker } from '../metrics/engine.ts'
import type { WhereInput } from '../metrics/filter.ts'
import { selectAsOf } from '../metrics/freshness.queries.ts'
import type { Period } from '../metrics/periods.ts'
import { may } from '../security/roles.ts'
import { checkFew, checkFrom1To, readJourneys, SMALL } from './asked.ts'
import {
  countBegun,
  type JourneysAsked,
  type Ladder,
  type ReachedRow,
  type Rung,
  selectFunnel,
  selectMap,
} from './journeys.queries.ts'

const WINDOW_DAYS_MAX = 365
const LEVEL = 0.95
const DAY_MS = 86_400_000
const reached = share('journeys', 'before')

export interface FunnelInput {
  mapId: string
  period: Period
  where?: WhereInput | null
  windowDays?: number | null
}

export interface Funnel {
  mapId: string
  windowDays: number
  asOf: Date
  /** Whose window has gone by. Null: withheld. */
  journeys: number | null
  /** Whose window still runs, and which are not in the steps. Null: withheld. */
  running: number | null
  steps: readonly (JourneyStep & Climb)[]
}

/** How many came to a step. */
interface Climb {
  /** Null, as all below: withheld. */
  journeys: number | null
  /** Null too: nothing to divide by. */
  share: number | null
  interval: { low: number; high: number; level: number } | null
  medianSeconds: number | null
}

/**
 * How far journeys came along their map, of those whose window has gone by.
 *
 * @returns null for a map that is not there or not the viewer's to see.
 * @throws a ProblemError when it cannot be asked.
 */
export async function answerFunnel(asker: Asker, input: FunnelInput): Promise<Funnel | null> {
  const { database, viewer, now } = asker
  const climb = await readClimb(asker, input)
  if (!climb) return null
  const { asked, ladder, steps } = climb
  const { rungs, before } = ladder
  const [[fresh], [begun], rows] = await database
    .asReader(viewer.brands, sql => [
      selectAsOf(sql, now),
      countBegun(sql, asked, before),
      selectFunnel(sql, asked, ladder),
    ])
    .catch(refuseHeavy)
  checkFew(begun.journeys)
  const isTold = (journeys: number) => may(viewer, 'rows') || journeys >= SMALL
  const told = (journeys: number) => (isTold(journeys) ? journeys : null)
  return {
    mapId: input.mapId,
    windowDays: ladder.windowDays,
    asOf: fresh.asOf,
    journeys: told(begun.ripe),
    running: told(begun.journeys - begun.ripe),
    steps: steps.map((step, at) => ({ ...step, ...climbOf(at, rungs, rows, begun.ripe, isTold) })),
  }
}

/** A map as it is climbed. */
export interface ClimbAsked {
  asked: JourneysAsked
  ladder: Ladder
  steps: readonly JourneyStep[]
}

/**
 * Reads what is asked of a map's journeys.
 *
 * @returns null for a map that is not there or not the viewer's to see.
 * @throws a ProblemError when it cannot be asked.
 */
export async function readClimb(
  { database, viewer, now }: Asker,
  { mapId, period, where, windowDays }: FunnelInput,
): Promise<ClimbAsked | null> {
  const asked = readJourneys(period, where ?? null, mapId)
  if (windowDays != null) checkFrom1To(WINDOW_DAYS_MAX, 'windowDays', windowDays)
  const [[map]] = await database.asReader(viewer.brands, sql => [selectMap(sql, mapId)])
  if (!map) return null
  const days = windowDays ?? map.windowDays
  const before = new Date(now.getTime() - days * DAY_MS)
  return { asked, ladder: { rungs: rungsOf(map.steps), windowDays: days, before }, steps: map.steps }
}

/** Who reached a step, of those who had come to the required one before it. */
function climbOf(
  at: number,
  rungs: readonly Rung[],
  rows: readonly ReachedRow[],
  begun: number,
  isTold: (journeys: number) => boolean,
): Climb {
  const journeysAt = (position: number) => rows.find(row => row.position === position)?.journeys ?? 0
  const after = rungs[at]?.after ?? 0
  const before = after === 0 ? begun : journeysAt(rungs.findIndex(rung => rung.required && rung.after === after - 1))
  const journeys = journeysAt(at)
  if (!isTold(journeys) || !isTold(before)) return { journeys: null, share: null, interval: null, medianSeconds: null }
  const parts = { journeys, before }
  const interval = reached.interval(parts, LEVEL, {})
  return {
    journeys,
    share: reached.value(parts, {}),
    interval: interval && { ...interval, level: LEVEL },
    medianSeconds: rows.find(row => row.position === at)?.medianSeconds ?? null,
  }
}

function rungsOf(steps: readonly JourneyStep[]): Rung[] {
  let required = 0
  return steps.map(({ touchpointId, optional }) => {
    const rung = { touchpointId, after: required, required: !optional }
    if (!optional) required += 1
    return rung
  })
}
