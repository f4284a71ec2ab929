import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { Money, moneyOf } from '../../graphql/money.type.ts'
import { relation } from '../../graphql/relation.ts'
import { ContactEventArgs } from '../contact-event/contact-event.inputs.ts'
import { contactEventSource } from '../contact-event/contact-event.source.ts'
import { ContactEventConnection } from '../contact-event/contact-event.type.ts'
import { Customer } from '../customer/customer.type.ts'
import { FeedbackArgs } from '../feedback/feedback.inputs.ts'
import { feedbackSource } from '../feedback/feedback.source.ts'
import { FeedbackConnection } from '../feedback/feedback.type.ts'
import { Journey } from '../journey/journey.type.ts'
import { JourneyMap } from '../journey-map/journey-map.type.ts'
import { Order } from '../order/order.type.ts'
import { QualityReviewArgs } from '../quality-review/quality-review.inputs.ts'
import { qualityReviewSource } from '../quality-review/quality-review.source.ts'
import { QualityReviewConnection } from '../quality-review/quality-review.type.ts'
import { SlaPolicy } from '../sla-policy/sla-policy.type.ts'
import { SurveyArgs } from '../survey/survey.inputs.ts'
import { surveySource } from '../survey/survey.source.ts'
import { SurveyConnection } from '../survey/survey.type.ts'
import { Touchpoint } from '../touchpoint/touchpoint.type.ts'
import { Trigger } from '../trigger/trigger.type.ts'
import { ContactArgs } from './contact.inputs.ts'
import { type ContactRow, contactSource } from './contact.source.ts'
import { Contact, ContactConnection, SentOfContact } from './contact.type.ts'

const eventsOfContact = relation('eventsOfContact', contactEventSource, 'contactId')
const feedbackOfContact = relation('feedbackOfContact', feedbackSource, 'contactId')
const surveysOfContact = relation('surveysOfContact', surveySource, 'contactId')
const qualityReviewsOfContact = relation('qualityReviewsOfContact', qualityReviewSource, 'contactId')

@Resolver(() => Contact)
export class ContactResolver {
  @Query(() => ContactConnection, { description: 'Service contacts.' })
  contacts(@Args(() => ContactArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactConnection(pageOf(context, contactSource, args))
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null: nobody was named.' })
  customer(@Root() { known, customerId }: ContactRow, @Ctx() { loaders }: Context) {
    return known ? loaders.node('customer').load(customerId) : null
  }

  @FieldResolver(() => Trigger, {
    nullable: true,
    description: 'Why it happened. Null: not known, or the trigger has not come.',
  })
  trigger(@Root() { triggerId }: ContactRow, @Ctx() { loaders }: Context) {
    return triggerId ? loaders.node('trigger').load(triggerId) : null
  }

  @FieldResolver(() => SlaPolicy, {
    nullable: true,
    description: 'What was promised about it. Null: nothing.',
  })
  slaPolicy(@Root() { slaPolicyId }: ContactRow, @Ctx() { loaders }: Context) {
    return slaPolicyId ? loaders.node('sla-policy').load(slaPolicyId) : null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The department that owns its cause. Null: the trigger is not known.',
  })
  async department(@Root() { triggerId }: ContactRow, @Ctx() { loaders }: Context) {
    return triggerId && (await loaders.node('trigger').load(triggerId))?.department
  }

  @FieldResolver(() => Journey, {
    nullable: true,
    description: 'The journey it is part of. Null: of none, or it has not come.',
  })
  journey(@Root() { journeyId }: ContactRow, @Ctx() { loaders }: Context) {
    return journeyId ? loaders.node('journey').load(journeyId) : null
  }

  @FieldResolver(() => JourneyMap, {
    nullable: true,
    description: 'The map of its journey. Null: it is part of none, or that has not come.',
  })
  journeyMap(@Root() { journeyMapId }: ContactRow, @Ctx() { loaders }: Context) {
    return journeyMapId ? loaders.node('journey-map').load(journeyMapId) : null
  }

  @FieldResolver(() => Touchpoint, {
    nullable: true,
    description: 'The touchpoint it is about. Null: about none, or it has not come.',
  })
  touchpoint(@Root() { touchpointId }: ContactRow, @Ctx() { loaders }: Context) {
    return touchpointId ? loaders.node('touchpoint').load(touchpointId) : null
  }

  @FieldResolver(() => Order, {
    nullable: true,
    description: 'The order it is about. Null: none was named, or it has not come.',
  })
  order(@Root() { orderId }: ContactRow, @Ctx() { loaders }: Context) {
    return orderId ? loaders.node('order').load(orderId) : null
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What handling it cost. Null: not handled, or no rate was in force.',
  })
  cost(@Root() { costE4, costCurrency }: ContactRow) {
    return moneyOf(costE4, costCurrency)
  }

  @FieldResolver(() => FeedbackConnection, { description: 'What was answered about it.' })
  feedback(@Root() { id }: ContactRow, @Args(() => FeedbackArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new FeedbackConnection(pageUnder(context, feedbackOfContact, id, args))
  }

  @FieldResolver(() => ContactEventConnection, { description: 'What happened to it, step by step.' })
  events(@Root() { id }: ContactRow, @Args(() => ContactEventArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactEventConnection(pageUnder(context, eventsOfContact, id, args))
  }

  @FieldResolver(() => SurveyConnection, { description: 'What was asked about it.' })
  surveys(@Root() { id }: ContactRow, @Args(() => SurveyArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new SurveyConnection(pageUnder(context, surveysOfContact, id, args))
  }

  @FieldResolver(() => QualityReviewConnection, { description: 'How colleagues judge its handling.' })
  qualityReviews(
    @Root() { id }: ContactRow,
    @Args(() => QualityReviewArgs) args: ConnectionArgs,
    @Ctx() context: Context,
  ) {
    return new QualityReviewConnection(pageUnder(context, qualityReviewsOfContact, id, args))
  }

  @FieldResolver(() => SentOfContact, {
    nullable: true,
    description: 'What its sender said of the fields that its events decide. Null: no event decides any.',
  })
  sent(@Root() { sent }: ContactRow): SentOfContact | null {
    return sent && { ...sent, ...timesOf(sent) }
  }
}

/** They stand as text in the row. */
function timesOf({ answeredAt, firstResponseAt, resolvedAt, closedAt }: NonNullable<ContactRow['sent']>) {
  const at = (text: string | null) => (text === null ? null : new Date(text))
  return {
    answeredAt: at(answeredAt),
    firstResponseAt: at(firstResponseAt),
    resolvedAt: at(resolvedAt),
    closedAt: at(closedAt),
  }
}
