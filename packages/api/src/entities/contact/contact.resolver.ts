import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { globalId } from '../../graphql/global-id.ts'
import { Money, moneyOf } from '../../graphql/money.type.ts'
import { idField } from '../../graphql/node.type.ts'
import { relation } from '../../graphql/relation.ts'
import { Customer } from '../customer/customer.type.ts'
import { FeedbackArgs } from '../feedback/feedback.inputs.ts'
import { feedbackSource } from '../feedback/feedback.source.ts'
import { FeedbackConnection } from '../feedback/feedback.type.ts'
import { Order } from '../order/order.type.ts'
import { ContactArgs } from './contact.inputs.ts'
import { type ContactRow, contactSource } from './contact.source.ts'
import { Contact, ContactConnection } from './contact.type.ts'

const feedbackOfContact = relation('feedbackOfContact', feedbackSource, 'contactId')

@Resolver(() => Contact)
export class ContactResolver {
  @Query(() => ContactConnection, { description: 'Service contacts.' })
  contacts(@Args(() => ContactArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactConnection(pageOf(context, contactSource, args))
  }

  @FieldResolver(() => ID, idField)
  id(@Root() { id }: ContactRow) {
    return globalId('contact', id)
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null: nobody was named.' })
  customer(@Root() { known, customerId }: ContactRow, @Ctx() { loaders }: Context) {
    return known ? loaders.node('customer').load(customerId) : null
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
}
