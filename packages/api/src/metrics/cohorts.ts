import { type Day, dayReader, fail, type Grain } from '@tweeluik/schema'
import { type CohortAsked, defaultParams, type Metric, metrics } from '@tweeluik/schema/metrics'
import { refuseHeavy } from '../db/too-heavy.ts'
import { may } from '../security/roles.ts'
import { type CohortRow, selectCohorts } from './cohorts.queries.ts'
import { scopeBrands } from './day-scope.ts'
import type { Asker } from './engine.ts'
import { type Figure, figureOf } from './figure.ts'
import { type AllOf, dimensionsOf, fieldOf, readFilter, type WhereInput } from './filter.ts'
import { selectAsOf } from './freshness.queries.ts'
import { type Bucket, bucketsOf, type Period } from './periods.ts'
import { checkPeriod } from './question.ts'
import { withhold } from './withhold.ts'

export interface CohortsInput {
  key: string
  period: Period
  interval: Grain
  mode: CohortAsked['mode']
  where?: WhereInput | null
}

export interface CohortTable {
  metric: Metric
  asOf: Date
  cohorts: readonly Cohort[]
}

/** Customers whose first order lies in one bucket. */
export interface Cohort {
  bucket: Bucket
  /** 0: nobody, or withheld. */
  size: number
  cells: readonly CohortCell[]
}

export interface CohortCell {
  index: number
  /** Some member is still in this interval. */
  partial: boolean
  figure: Figure
}

const CELLS_MAX = 50_000

/**
 * How many of those who became customers together were active later, each member in the intervals of its own life.
 * Members who have not reached an interval are in no figure of it.
 *
 * @throws a ProblemError when it cannot be asked.
 */
export async function answerCohorts(asker: Asker, input: CohortsInput): Promise<CohortTable> {
  const { database, viewer, settings, now } = asker
  const metric = metricOf(input.key)
  checkPeriod(input.period)
  const filter = readFilter(input.where)
  checkWhere(metric, filter)
  const buckets = bucketsOf(input.period, input.interval)
  const today = dayReader(settings.timeZone)(now.getTime())
  checkCost(input, buckets, today)
  const asked = { brands: scopeBrands(filter, viewer), filter, interval: input.interval, period: input.period, today }
  const begins = buckets.map(({ from }) => from)
  const [[fresh], rows] = await database
    .asReader(viewer.brands, sql => [selectAsOf(sql, now), selectCohorts(sql, asked, begins)])
    .catch(refuseHeavy)
  const byCohort = Map.groupBy(rows, ({ cohort }) => cohort)
  const cohorts = buckets.map((bucket, at) =>
    cohortOf(metric, input, { bucket, filter, today }, byCohort.get(at + 1) ?? []),
  )
  return { metric, asOf: fresh.asOf, cohorts: may(viewer, 'rows') ? cohorts : withholdSmall(cohorts, metric) }
}

function metricOf(key: string): Metric {
  const metric = metrics.get(key)
  if (metric?.answeredBy === 'cohorts') return metric
  const known = [...metrics.values()].filter(({ answeredBy }) => answeredBy === 'cohorts').map(one => one.key)
  return fail(
    'NOT_BY_COHORT',
    'key',
    `${key.slice(0, 100)} is not told by cohort`,
    `Ask ${known.join(' or ')}, or \`metrics\``,
  )
}

function checkWhere({ key, dimensions }: Metric, filter: AllOf): void {
  const unknown = [...dimensionsOf(filter)].find(dimension => !dimensions.includes(dimension))
  if (!unknown) return
  fail(
    'DIMENSION_NOT_KNOWN',
    `where.${fieldOf(unknown)}`,
    `${key} is not known by ${unknown}`,
    `It is known by ${dimensions.join(', ')}`,
  )
}

function checkCost({ period, interval }: CohortsInput, buckets: readonly Bucket[], today: Day): void {
  const lives = period.from <= today ? bucketsOf({ from: period.from, to: today }, interval).length + 1 : 1
  if (buckets.length * lives <= CELLS_MAX) return
  fail(
    'TOO_MANY_CELLS',
    '',
    `The table would have about ${buckets.length * lives} cells; ${CELLS_MAX} are allowed`,
    'Ask a longer interval or a shorter period',
  )
}

function cohortOf(
  metric: Metric,
  { interval, mode }: CohortsInput,
  { bucket, filter, today }: { bucket: Bucket; filter: AllOf; today: Day },
  rows: readonly CohortRow[],
): Cohort {
  const sum = (what: CohortRow['what'], holds: (index: number) => boolean) =>
    rows.reduce((total, row) => total + (row.what === what && holds(row.index) ? row.n : 0), 0)
  const length = 1 + Math.max(-1, ...rows.map(({ index }) => index))
  const cells = Array.from({ length }, (_, index): CohortCell => {
    const reached = sum('reached', at => at >= index)
    const active = mode === 'ON' ? sum('on', at => at === index) : sum('last', at => at >= index)
    const figure = figureOf(
      { metric, params: defaultParams(metric) },
      { reached, active },
      {
        period: { from: bucket.from, to: bucket.to },
        filter,
        today,
        compared: null,
        counts: null,
      },
    )
    const cohort = { interval, mode, index }
    return { index, partial: sum('reached', at => at === index) > 0, figure: { ...figure, cohort } }
  })
  return { bucket, size: cells[0]?.figure.n ?? 0, cells }
}

/** For who may see no rows: of a small cohort not even how small, nor of the next, since all are known together. */
function withholdSmall(cohorts: readonly Cohort[], { minSample }: Metric): Cohort[] {
  const sizes = cohorts.flatMap(({ cells }) => cells[0]?.figure ?? [])
  const hidden = withhold(sizes, [sizes], minSample)
  return cohorts.map(({ bucket, size, cells }) => {
    const isHidden = cells.some(({ figure }) => hidden.has(figure))
    const shown = cells.map(cell => ({
      ...cell,
      figure: { ...cell.figure, withheld: isHidden || cell.figure.suppressed },
    }))
    return { bucket, size: isHidden ? 0 : size, cells: shown }
  })
}
