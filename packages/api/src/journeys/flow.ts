import { refuseHeavy } from '../db/too-heavy.ts'
import type { Asker } from '../metrics/engine.ts'
import type { WhereInput } from '../metrics/filter.ts'
import { selectAsOf } from '../metrics/freshness.queries.ts'
import type { Period } from '../metrics/periods.ts'
import { withhold } from '../metrics/withhold.ts'
import { may } from '../security/roles.ts'
import { checkFew, checkFrom1To, readJourneys, SMALL } from './asked.ts'
import { countBegun, type StepRow, selectFlow } from './journeys.queries.ts'

const TOP_MAX = 1000
const TOP_DEFAULT = 50

export interface FlowInput {
  period: Period
  where?: WhereInput | null
  mapId?: string | null
  top?: number | null
}

/** `touchpoint:<uuid>` or `contact:<channel>`. */
export type Point = string

export interface Flow {
  asOf: Date
  /** Null: withheld. */
  journeys: number | null
  steps: readonly { from: Point; to: Point; journeys: number; medianSeconds: number | null }[]
  starts: readonly { point: Point; journeys: number }[]
  ends: readonly { point: Point; journeys: number }[]
}

/**
 * Which way journeys really went, most travelled first. For who may see no rows, steps of a few journeys are not there,
 * nor those by which these could be told.
 *
 * @throws a ProblemError when it cannot be asked.
 */
export async function answerFlow(asker: Asker, { period, where, mapId, top }: FlowInput): Promise<Flow> {
  const { database, viewer, now } = asker
  const asked = readJourneys(period, where ?? null, mapId ?? null)
  if (top != null) checkFrom1To(TOP_MAX, 'top', top)
  const [[fresh], [begun], rows] = await database
    .asReader(viewer.brands, sql => [selectAsOf(sql, now), countBegun(sql, asked, now), selectFlow(sql, asked)])
    .catch(refuseHeavy)
  checkFew(begun.journeys)
  const seesRows = may(viewer, 'rows')
  const told = seesRows ? rows : withoutSmall(rows)
  return {
    asOf: fresh.asOf,
    journeys: seesRows || begun.journeys >= SMALL ? begun.journeys : null,
    steps: told
      .flatMap(({ from, to, ...step }) => (from !== null && to !== null ? [{ from, to, ...step }] : []))
      .slice(0, top ?? TOP_DEFAULT),
    starts: told.flatMap(({ from, to, journeys }) => (from === null && to !== null ? [{ point: to, journeys }] : [])),
    ends: told.flatMap(({ from, to, journeys }) => (to === null && from !== null ? [{ point: from, journeys }] : [])),
  }
}

/** What leaves a point comes to what arrives there, so that of either a hidden step needs another one to hide behind. */
function withoutSmall(rows: readonly StepRow[]): StepRow[] {
  const counted = rows.map(row => ({ row, n: row.journeys, suppressed: row.journeys < SMALL }))
  const lines = [Map.groupBy(counted, ({ row }) => row.from), Map.groupBy(counted, ({ row }) => row.to)]
  const hidden = withhold(
    counted,
    lines.flatMap(line => [...line.values()]),
    SMALL,
  )
  return counted.flatMap(one => (hidden.has(one) ? [] : [one.row]))
}
