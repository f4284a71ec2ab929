import type { Grain as GrainName } from '@tweeluik/schema'
import type { CohortAsked } from '@tweeluik/schema/metrics'
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { checkMayAskFigures } from '../security/roles.ts'
import { CohortMode, CohortTable, CurvePoint } from './cohort.type.ts'
import { answerCohorts } from './cohorts.ts'
import type { WhereInput } from './filter.ts'
import { answerFixCurve } from './fix-curve.ts'
import { MetricWhere, PeriodInput } from './metric.inputs.ts'
import { Grain, MetricKey } from './metric.words.ts'

@Resolver()
export class CohortResolver {
  @Query(() => CohortTable, {
    description:
      'Customers by the bucket of their first order, and how many of them were active in each interval of their own lives since.',
  })
  async cohorts(
    @Arg('key', () => MetricKey, { description: 'COHORT_RETENTION.' }) key: string,
    @Arg('period', () => PeriodInput, { description: 'When they first ordered.' }) period: PeriodInput,
    @Arg('interval', () => Grain, { description: 'Of the cohorts, and of their members’ lives.' }) interval: GrainName,
    @Arg('mode', () => CohortMode, { description: 'When a member counts as active.' }) mode: CohortAsked['mode'],
    @Arg('where', () => MetricWhere, { nullable: true, description: 'Who: as they were at their first order.' })
    where: WhereInput | null,
    @Ctx() context: Context,
  ): Promise<CohortTable> {
    checkMayAskFigures(context.viewer)
    const { metric, asOf, cohorts } = await answerCohorts(context, { key, period, interval, mode, where })
    return {
      definition: metric,
      interval,
      mode,
      asOf,
      cohorts: cohorts.map(({ bucket, size, cells }) => ({
        start: bucket.start,
        end: bucket.end,
        size,
        cells: cells.map(({ index, partial, figure }) => ({ index, partial, value: figure })),
      })),
    }
  }

  @Query(() => [CurvePoint], {
    description: 'First-time fix for several windows, in the order in which they are named.',
  })
  async fixCurve(
    @Arg('period', () => PeriodInput, { description: 'When the contacts were opened.' }) period: PeriodInput,
    @Arg('where', () => MetricWhere, { nullable: true, description: 'Which contacts. Left out: all.' })
    where: WhereInput | null,
    @Arg('windowDays', () => [Int], { nullable: true, description: 'Each 1 to 30. Left out: all of these.' })
    windowDays: number[] | null,
    @Ctx() context: Context,
  ): Promise<CurvePoint[]> {
    checkMayAskFigures(context.viewer)
    const points = await answerFixCurve(context, { period, where, windowDays })
    return points.map(({ windowDays, figure }) => ({ windowDays, value: figure }))
  }
}
