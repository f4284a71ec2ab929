import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { relation } from '../../graphql/relation.ts'
import { ContactArgs } from '../contact/contact.inputs.ts'
import { contactSource } from '../contact/contact.source.ts'
import { ContactConnection } from '../contact/contact.type.ts'
import { Customer } from '../customer/customer.type.ts'
import { FeedbackArgs } from '../feedback/feedback.inputs.ts'
import { feedbackSource } from '../feedback/feedback.source.ts'
import { FeedbackConnection } from '../feedback/feedback.type.ts'
import { InteractionArgs } from '../interaction/interaction.inputs.ts'
import { interactionSource } from '../interaction/interaction.source.ts'
import { InteractionConnection } from '../interaction/interaction.type.ts'
import { JourneyMap } from '../journey-map/journey-map.type.ts'
import { JourneyArgs } from './journey.inputs.ts'
import { type JourneyRow, journeySource } from './journey.source.ts'
import { Journey, JourneyConnection } from './journey.type.ts'

const interactionsOfJourney = relation('interactionsOfJourney', interactionSource, 'journeyId')
const contactsOfJourney = relation('contactsOfJourney', contactSource, 'journeyId')
const feedbackOfJourney = relation('feedbackOfJourney', feedbackSource, 'journeyId')

@Resolver(() => Journey)
export class JourneyResolver {
  @Query(() => JourneyConnection, { description: 'Trips of customers along a map.' })
  journeys(@Args(() => JourneyArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new JourneyConnection(pageOf(context, journeySource, args))
  }

  @FieldResolver(() => JourneyMap, {
    nullable: true,
    description: 'The map it follows. Null: it has not come, or it is not yours to see.',
  })
  map(@Root() { journeyMapId }: JourneyRow, @Ctx() { loaders }: Context) {
    return loaders.node('journey-map').load(journeyMapId)
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null: not yours to see.' })
  customer(@Root() { customerId }: JourneyRow, @Ctx() { loaders }: Context) {
    return loaders.node('customer').load(customerId)
  }

  @FieldResolver(() => InteractionConnection, { description: 'What happened on the way.' })
  interactions(@Root() { id }: JourneyRow, @Args(() => InteractionArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new InteractionConnection(pageUnder(context, interactionsOfJourney, id, args))
  }

  @FieldResolver(() => ContactConnection, { description: 'The contacts on the way.' })
  contacts(@Root() { id }: JourneyRow, @Args(() => ContactArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactConnection(pageUnder(context, contactsOfJourney, id, args))
  }

  @FieldResolver(() => FeedbackConnection, { description: 'What was answered about it.' })
  feedback(@Root() { id }: JourneyRow, @Args(() => FeedbackArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new FeedbackConnection(pageUnder(context, feedbackOfJourney, id, args))
  }
}
