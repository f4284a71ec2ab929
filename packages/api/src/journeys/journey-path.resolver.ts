import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { JourneyMap } from '../entities/journey-map/journey-map.type.ts'
import { Touchpoint } from '../entities/touchpoint/touchpoint.type.ts'
import { globalId, uuidOf } from '../graphql/global-id.ts'
import type { WhereInput } from '../metrics/filter.ts'
import { MetricWhere, PeriodInput } from '../metrics/metric.inputs.ts'
import { checkMayAskFigures } from '../security/roles.ts'
import { answerFlow, type Point } from './flow.ts'
import { answerFunnel, type Funnel } from './funnel.ts'
import { FlowPoint, FunnelStep, JourneyFlow, JourneyFunnel } from './journey-path.type.ts'

type Period = { from: string; to: string }

@Resolver()
export class JourneyPathResolver {
  @Query(() => JourneyFlow, {
    description: 'From where to where customers really went within their journeys, contacts with service included.',
  })
  async journeyFlow(
    @Arg('period', () => PeriodInput, { description: 'When the journeys began.' }) period: Period,
    @Arg('where', () => MetricWhere, { nullable: true, description: 'Which journeys. Left out: all.' })
    where: WhereInput | null,
    @Arg('map', () => ID, { nullable: true, description: 'The global id of their journey-map. Left out: any.' })
    map: string | null,
    @Arg('top', () => Int, { nullable: true, description: 'How many steps, 1 to 1000. Left out: 50.' })
    top: number | null,
    @Ctx() context: Context,
  ): Promise<JourneyFlow> {
    checkMayAskFigures(context.viewer)
    const mapId = map === null || map === undefined ? null : uuidOf('journey-map', map, 'map')
    const flow = await answerFlow(context, { period, where, mapId, top })
    const ends = ({ point, journeys }: { point: Point; journeys: number }) => ({ point: pointOf(point), journeys })
    return {
      ...flow,
      steps: flow.steps.map(step => ({ ...step, from: pointOf(step.from), to: pointOf(step.to) })),
      starts: flow.starts.map(ends),
      ends: flow.ends.map(ends),
    }
  }

  @Query(() => JourneyFunnel, {
    nullable: true,
    description:
      'How many journeys came to each step of a map, of those that can have: their window has gone by. Null: there is no such map, or it is not yours to see.',
  })
  journeyFunnel(
    @Arg('map', () => ID, { description: 'The global id of a journey-map.' }) map: string,
    @Arg('period', () => PeriodInput, { description: 'When the journeys began.' }) period: Period,
    @Arg('where', () => MetricWhere, { nullable: true, description: 'Which journeys. Left out: all.' })
    where: WhereInput | null,
    @Arg('windowDays', () => Int, {
      nullable: true,
      description: 'Days from its start in which a journey is to come to a step, 1 to 365. Left out: those of the map.',
    })
    windowDays: number | null,
    @Ctx() context: Context,
  ): Promise<Funnel | null> {
    checkMayAskFigures(context.viewer)
    return answerFunnel(context, { mapId: uuidOf('journey-map', map, 'map'), period, where, windowDays })
  }
}

/** Its id outside: a touchpoint's global id, or `contact:` and a channel. */
function pointOf(point: Point): FlowPoint {
  const [kind, name] = [point.slice(0, point.indexOf(':')), point.slice(point.indexOf(':') + 1)]
  return kind === 'contact' ? { id: point, channel: name } : { id: globalId('touchpoint', name), channel: null }
}

@Resolver(() => JourneyFunnel)
export class JourneyFunnelResolver {
  @FieldResolver(() => JourneyMap, { description: 'The map as it is now.' })
  map(@Root() { mapId }: Funnel, @Ctx() { loaders }: Context) {
    return loaders.node('journey-map').load(mapId)
  }
}

@Resolver(() => FunnelStep)
export class FunnelStepResolver {
  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'Where they meet. Null: that has not come, or it is not yours to see.',
  })
  touchpoint(@Root() { touchpointId }: Funnel['steps'][number], @Ctx() { loaders }: Context) {
    return loaders.node('touchpoint').load(touchpointId)
  }
}

@Resolver(() => FlowPoint)
export class FlowPointResolver {
  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'Null: it is a contact, or the touchpoint has not come or is not yours to see.',
  })
  touchpoint(@Root() { id, channel }: FlowPoint, @Ctx() { loaders }: Context) {
    return channel === null ? loaders.node('touchpoint').load(uuidOf('touchpoint', id, 'id')) : null
  }
}
