import { Args, Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Contact } from '../contact/contact.type.ts'
import { Customer } from '../customer/customer.type.ts'
import { Journey } from '../journey/journey.type.ts'
import { Survey } from '../survey/survey.type.ts'
import { Touchpoint } from '../touchpoint/touchpoint.type.ts'
import { FeedbackArgs } from './feedback.inputs.ts'
import { type FeedbackRow, feedbackSource } from './feedback.source.ts'
import { Feedback, FeedbackConnection } from './feedback.type.ts'

@Resolver(() => Feedback)
export class FeedbackResolver {
  @Query(() => FeedbackConnection, { description: 'Answers of customers: NPS, CSAT, CES and reviews.' })
  feedback(@Args(() => FeedbackArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new FeedbackConnection(pageOf(context, feedbackSource, args))
  }

  @FieldResolver(() => Float, { description: 'The answer on the usual scale of its kind, to the hundredth.' })
  standardScore(@Root() { standardScoreE2 }: FeedbackRow) {
    return standardScoreE2 / 100
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null: nobody was named.' })
  customer(@Root() { known, customerId }: FeedbackRow, @Ctx() { loaders }: Context) {
    return known ? loaders.node('customer').load(customerId) : null
  }

  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'The contact it is about. Null: about none, or it has not come.',
  })
  contact(@Root() { contactId }: FeedbackRow, @Ctx() { loaders }: Context) {
    return contactId ? loaders.node('contact').load(contactId) : null
  }

  @FieldResolver(() => Survey, {
    nullable: true,
    description: 'The question it answers. Null: nobody asked, or it has not come.',
  })
  survey(@Root() { surveyId }: FeedbackRow, @Ctx() { loaders }: Context) {
    return surveyId ? loaders.node('survey').load(surveyId) : null
  }

  @FieldResolver(() => Journey, {
    nullable: true,
    description: 'The journey it is about. Null: about none, or it has not come.',
  })
  journey(@Root() { journeyId }: FeedbackRow, @Ctx() { loaders }: Context) {
    return journeyId ? loaders.node('journey').load(journeyId) : null
  }

  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: "The touchpoint it is about: its own, else its contact's. Null: about none, or it has not come.",
  })
  touchpoint(@Root() { aboutTouchpointId }: FeedbackRow, @Ctx() { loaders }: Context) {
    return aboutTouchpointId ? loaders.node('touchpoint').load(aboutTouchpointId) : null
  }
}
