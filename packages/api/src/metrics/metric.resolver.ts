import type { Grain as GrainName } from '@tweeluik/schema'
import type { Dimension } from '@tweeluik/schema/metrics'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { asksAnyOf } from '../graphql/fields-asked.ts'
import { checkMayAskFigures, may } from '../security/roles.ts'
import type { Answer } from './answer.ts'
import { type Answered, answerMetrics } from './engine.ts'
import type { WhereInput } from './filter.ts'
import { MetricParams, MetricWhere, type ParamValues, PeriodInput } from './metric.inputs.ts'
import { MetricResult, type Plan } from './metric.type.ts'
import { Comparison, DimensionName, Grain, MetricKey } from './metric.words.ts'
import type { Comparison as ComparisonName } from './periods.ts'
import { sourceName } from './plan.ts'
import { valuesSource } from './values.ts'

/** Fields of a figure for which more is read than its parts. */
const TOLD_BY_VALUES = new Set(['percentile', 'percentileInterval', 'distribution'])

@Resolver()
export class MetricResolver {
  @Query(() => [MetricResult], {
    description:
      'The figures of metrics, in the order of their keys. All of them are answered by one statement per kind of fact, in one transaction; ask for a dashboard in one go.',
  })
  async metrics(
    @Arg('keys', () => [MetricKey], { description: 'Which metrics.' }) keys: string[],
    @Arg('period', () => PeriodInput, { description: 'Which days.' }) period: PeriodInput,
    @Arg('grain', () => Grain, { nullable: true, description: 'Buckets for `points`. Left out: no points.' })
    grain: GrainName | null,
    @Arg('groupBy', () => [DimensionName], { nullable: true, description: 'At most 3; each metric must know them.' })
    groupBy: Dimension[] | null,
    @Arg('top', () => Int, {
      nullable: true,
      description: 'How many groups, 1 to 1000; the rest is gathered under `other`. Left out: 20.',
    })
    top: number | null,
    @Arg('where', () => MetricWhere, { nullable: true, description: 'Which records. Left out: all.' })
    where: WhereInput | null,
    @Arg('compare', () => Comparison, { nullable: true, description: 'With which period. Left out: with none.' })
    compare: ComparisonName | null,
    @Arg('params', () => MetricParams, { nullable: true, description: 'What metrics are asked by.' })
    params: ParamValues | null,
    @Arg('leaveOutUnknown', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        'A condition of `where` on what a metric is not known by is left out for that metric, which says so in `notFilteredBy`, instead of refused.',
    })
    leaveOutUnknown: boolean | null,
    @Arg('explain', () => Boolean, { nullable: true, description: 'Whether to give the `plan`.' })
    explain: boolean | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MetricResult[]> {
    checkMayAskFigures(context.viewer)
    const values = asksAnyOf(info, TOLD_BY_VALUES)
    const input = { keys, period, grain, groupBy, top, where, compare, params, leaveOutUnknown, values }
    const answered = await answerMetrics(context, input)
    return answered.answers.map(answer => ({
      ...resultOf(answer),
      plan: explain ? planOf(answer, answered, may(context.viewer, 'rows')) : null,
    }))
  }
}

function resultOf({ asked, period, asOf, notFilteredBy, total, series }: Answer): MetricResult {
  return {
    definition: asked.metric,
    period,
    asOf,
    notFilteredBy,
    total,
    series: series.map(one => ({
      keys: one.keys,
      total: one.total,
      points: one.points.map(({ bucket, partial, figure }) => ({
        start: bucket.start,
        end: bucket.end,
        partial,
        value: figure,
      })),
    })),
  }
}

function planOf({ facts, spread }: Answer, { sql, valuesSql }: Answered, showsRows: boolean): Plan {
  const told = (rowsRead: number) => (showsRows ? rowsRead : null)
  const figures = facts.map(({ plan, rowsRead }) => ({
    fact: plan.fact,
    source: sourceName(plan),
    sql: sql.get(plan.key) ?? '',
    rowsRead: told(rowsRead),
  }))
  if (!spread) return { facts: figures }
  const { plan, rowsRead } = spread
  const values = {
    fact: plan.fact,
    source: valuesSource(plan),
    sql: valuesSql.get(plan.key) ?? '',
    rowsRead: told(rowsRead),
  }
  return { facts: [...figures, values] }
}
