import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { relation } from '../../graphql/relation.ts'
import { ContactArgs } from '../contact/contact.inputs.ts'
import { contactSource } from '../contact/contact.source.ts'
import { ContactConnection } from '../contact/contact.type.ts'
import { ExposureArgs } from '../exposure/exposure.inputs.ts'
import { exposureSource } from '../exposure/exposure.source.ts'
import { ExposureConnection } from '../exposure/exposure.type.ts'
import { FeedbackArgs } from '../feedback/feedback.inputs.ts'
import { feedbackSource } from '../feedback/feedback.source.ts'
import { FeedbackConnection } from '../feedback/feedback.type.ts'
import { InteractionArgs } from '../interaction/interaction.inputs.ts'
import { interactionSource } from '../interaction/interaction.source.ts'
import { InteractionConnection } from '../interaction/interaction.type.ts'
import { JourneyArgs } from '../journey/journey.inputs.ts'
import { journeySource } from '../journey/journey.source.ts'
import { JourneyConnection } from '../journey/journey.type.ts'
import { OrderArgs } from '../order/order.inputs.ts'
import { orderSource } from '../order/order.source.ts'
import { OrderConnection } from '../order/order.type.ts'
import { SurveyArgs } from '../survey/survey.inputs.ts'
import { surveySource } from '../survey/survey.source.ts'
import { SurveyConnection } from '../survey/survey.type.ts'
import { CustomerArgs } from './customer.inputs.ts'
import { type CustomerRow, customerSource } from './customer.source.ts'
import { Customer, CustomerConnection, CustomerMerge, Identity } from './customer.type.ts'

const journeysOfCustomer = relation('journeysOfCustomer', journeySource, 'customerId')
const interactionsOfCustomer = relation('interactionsOfCustomer', interactionSource, 'customerId')
const contactsOfCustomer = relation('contactsOfCustomer', contactSource, 'customerId')
const feedbackOfCustomer = relation('feedbackOfCustomer', feedbackSource, 'customerId')
const ordersOfCustomer = relation('ordersOfCustomer', orderSource, 'customerId')
const surveysOfCustomer = relation('surveysOfCustomer', surveySource, 'customerId')
const exposuresOfCustomer = relation('exposuresOfCustomer', exposureSource, 'customerId')

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => CustomerConnection, { description: 'Customers.' })
  customers(@Args(() => CustomerArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new CustomerConnection(pageOf(context, customerSource, args))
  }

  @FieldResolver(() => [Identity], {
    description: 'Under which ids the sources know them; several when they were merged.',
  })
  identities(@Root() { id }: CustomerRow, @Ctx() { loaders }: Context) {
    return loaders.identities.load(id)
  }

  @FieldResolver(() => [CustomerMerge], {
    description: 'How its identities came together and apart, the newest first; undone merges too.',
  })
  merges(@Root() { id }: CustomerRow, @Ctx() { loaders }: Context) {
    return loaders.merges.load(id)
  }

  @FieldResolver(() => JourneyConnection, { description: 'Their trips along maps.' })
  journeys(@Root() { id }: CustomerRow, @Args(() => JourneyArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new JourneyConnection(pageUnder(context, journeysOfCustomer, id, args))
  }

  @FieldResolver(() => InteractionConnection, { description: 'Where they met the company.' })
  interactions(
    @Root() { id }: CustomerRow,
    @Args(() => InteractionArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ) {
    return new InteractionConnection(pageUnder(context, interactionsOfCustomer, id, args))
  }

  @FieldResolver(() => ContactConnection, { description: 'Their service contacts.' })
  contacts(@Root() { id }: CustomerRow, @Args(() => ContactArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactConnection(pageUnder(context, contactsOfCustomer, id, args))
  }

  @FieldResolver(() => FeedbackConnection, { description: 'Their answers.' })
  feedback(@Root() { id }: CustomerRow, @Args(() => FeedbackArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new FeedbackConnection(pageUnder(context, feedbackOfCustomer, id, args))
  }

  @FieldResolver(() => OrderConnection, { description: 'Their orders.' })
  orders(@Root() { id }: CustomerRow, @Args(() => OrderArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new OrderConnection(pageUnder(context, ordersOfCustomer, id, args))
  }

  @FieldResolver(() => SurveyConnection, { description: 'What they were asked.' })
  surveys(@Root() { id }: CustomerRow, @Args(() => SurveyArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new SurveyConnection(pageUnder(context, surveysOfCustomer, id, args))
  }

  @FieldResolver(() => ExposureConnection, { description: 'Which causes of contacts they met with.' })
  exposures(@Root() { id }: CustomerRow, @Args(() => ExposureArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ExposureConnection(pageUnder(context, exposuresOfCustomer, id, args))
  }
}
