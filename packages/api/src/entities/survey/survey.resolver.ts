import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { relation } from '../../graphql/relation.ts'
import { Contact } from '../contact/contact.type.ts'
import { Customer } from '../customer/customer.type.ts'
import { FeedbackArgs } from '../feedback/feedback.inputs.ts'
import { feedbackSource } from '../feedback/feedback.source.ts'
import { FeedbackConnection } from '../feedback/feedback.type.ts'
import { Touchpoint } from '../touchpoint/touchpoint.type.ts'
import { SurveyArgs } from './survey.inputs.ts'
import { type SurveyRow, surveySource } from './survey.source.ts'
import { Survey, SurveyConnection } from './survey.type.ts'

const feedbackOfSurvey = relation('feedbackOfSurvey', feedbackSource, 'surveyId')

@Resolver(() => Survey)
export class SurveyResolver {
  @Query(() => SurveyConnection, { description: 'Questions put to customers, answered or not.' })
  surveys(@Args(() => SurveyArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new SurveyConnection(pageOf(context, surveySource, args))
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null: nobody was named.' })
  customer(@Root() { known, customerId }: SurveyRow, @Ctx() { loaders }: Context) {
    return known ? loaders.node('customer').load(customerId) : null
  }

  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'The contact that it asks about. Null: about none, or it has not come.',
  })
  contact(@Root() { contactId }: SurveyRow, @Ctx() { loaders }: Context) {
    return contactId ? loaders.node('contact').load(contactId) : null
  }

  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'The touchpoint that it asks about. Null: about none, or it has not come.',
  })
  touchpoint(@Root() { touchpointId }: SurveyRow, @Ctx() { loaders }: Context) {
    return touchpointId ? loaders.node('touchpoint').load(touchpointId) : null
  }

  @FieldResolver(() => FeedbackConnection, { description: 'What was answered.' })
  feedback(@Root() { id }: SurveyRow, @Args(() => FeedbackArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new FeedbackConnection(pageUnder(context, feedbackOfSurvey, id, args))
  }
}
