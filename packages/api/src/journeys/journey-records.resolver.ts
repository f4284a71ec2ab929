import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { journeySource } from '../entities/journey/journey.source.ts'
import { JourneyConnection } from '../entities/journey/journey.type.ts'
import { pageOf } from '../graphql/connection.ts'
import { uuidOf } from '../graphql/global-id.ts'
import type { WhereInput } from '../metrics/filter.ts'
import { MetricWhere, PeriodInput } from '../metrics/metric.inputs.ts'
import { readJourneys } from './asked.ts'
import type { Point } from './flow.ts'
import { readClimb } from './funnel.ts'
import { idsOfStep, idsReached } from './journeys.queries.ts'

type Period = { from: string; to: string }

const FIRST = 'How many: 0 to 500. Left out: 20.'
const AFTER = 'An `endCursor`: only what comes after it.'

/** The journeys behind the figures of a flow and of a funnel. */
@Resolver()
export class JourneyRecordsResolver {
  @Query(() => JourneyConnection, {
    description: 'The journeys that `journeyFlow` counts between two points, asked as it was; the latest first.',
  })
  journeysOfFlow(
    @Arg('from', () => String, { description: 'The id of the point where they were.' }) from: string,
    @Arg('to', () => String, { description: 'The id of the point where they were next.' }) to: string,
    @Arg('period', () => PeriodInput, { description: 'When the journeys began.' }) period: Period,
    @Arg('where', () => MetricWhere, { nullable: true, description: 'Which journeys. Left out: all.' })
    where: WhereInput | null,
    @Arg('map', () => ID, { nullable: true, description: 'The global id of their journey-map. Left out: any.' })
    map: string | null,
    @Arg('first', () => Int, { nullable: true, description: FIRST }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: Context,
  ) {
    const mapId = map === null || map === undefined ? null : uuidOf('journey-map', map, 'map')
    const asked = readJourneys(period, where ?? null, mapId)
    const [left, met] = [pointOf(from, 'from'), pointOf(to, 'to')]
    const ids = (sql: Parameters<typeof idsOfStep>[0]) => idsOfStep(sql, asked, left, met)
    return new JourneyConnection(pageOf(context, journeySource, { first, after }, ids))
  }

  @Query(() => JourneyConnection, {
    nullable: true,
    description:
      'The journeys that `journeyFunnel` counts at a step, asked as it was; the latest first. Null: there is no such map or step, or it is not yours to see.',
  })
  async journeysOfFunnel(
    @Arg('map', () => ID, { description: 'The global id of a journey-map.' }) map: string,
    @Arg('touchpoint', () => ID, { description: 'The global id of the touchpoint of one of its steps.' })
    touchpoint: string,
    @Arg('period', () => PeriodInput, { description: 'When the journeys began.' }) period: Period,
    @Arg('where', () => MetricWhere, { nullable: true, description: 'Which journeys. Left out: all.' })
    where: WhereInput | null,
    @Arg('windowDays', () => Int, { nullable: true, description: 'As the funnel was asked. Left out: as of the map.' })
    windowDays: number | null,
    @Arg('first', () => Int, { nullable: true, description: FIRST }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after: string | null,
    @Ctx() context: Context,
  ) {
    const reached = uuidOf('touchpoint', touchpoint, 'touchpoint')
    const climb = await readClimb(context, { mapId: uuidOf('journey-map', map, 'map'), period, where, windowDays })
    const position = climb?.steps.findIndex(({ touchpointId }) => touchpointId === reached) ?? -1
    if (!climb || position < 0) return null
    const { asked, ladder } = climb
    const ids = (sql: Parameters<typeof idsReached>[0]) => idsReached(sql, asked, ladder, position)
    return new JourneyConnection(pageOf(context, journeySource, { first, after }, ids))
  }
}

/** A point by its id outside. */
function pointOf(id: string, path: string): Point {
  return id.startsWith('contact:') ? id : `touchpoint:${uuidOf('touchpoint', id, path)}`
}
