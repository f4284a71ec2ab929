import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { relation } from '../../graphql/relation.ts'
import { JourneyArgs } from '../journey/journey.inputs.ts'
import { journeySource } from '../journey/journey.source.ts'
import { JourneyConnection } from '../journey/journey.type.ts'
import { Touchpoint } from '../touchpoint/touchpoint.type.ts'
import { JourneyMapArgs } from './journey-map.inputs.ts'
import { type JourneyMapRow, journeyMapSource } from './journey-map.source.ts'
import { JourneyMap, JourneyMapConnection, JourneyStep } from './journey-map.type.ts'

const journeysOfJourneyMap = relation('journeysOfJourneyMap', journeySource, 'journeyMapId')

@Resolver(() => JourneyMap)
export class JourneyMapResolver {
  @Query(() => JourneyMapConnection, { description: 'Journeys as they were designed.' })
  journeyMaps(@Args(() => JourneyMapArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new JourneyMapConnection(pageOf(context, journeyMapSource, args))
  }

  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'The touchpoint at which a journey is complete. Null: none was set, or it has not come.',
  })
  completedBy(@Root() { completedById }: JourneyMapRow, @Ctx() { loaders }: Context) {
    return completedById ? loaders.node('touchpoint').load(completedById) : null
  }

  @FieldResolver(() => JourneyConnection, { description: 'The trips of customers along it.' })
  journeys(@Root() { id }: JourneyMapRow, @Args(() => JourneyArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new JourneyConnection(pageUnder(context, journeysOfJourneyMap, id, args))
  }
}

/** A step as it stands in the row of its map. */
type StepRow = JourneyMapRow['steps'][number]

@Resolver(() => JourneyStep)
export class JourneyStepResolver {
  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'Where they meet. Null: that has not come, or it is not yours to see.',
  })
  touchpoint(@Root() { touchpointId }: StepRow, @Ctx() { loaders }: Context) {
    return loaders.node('touchpoint').load(touchpointId)
  }
}
