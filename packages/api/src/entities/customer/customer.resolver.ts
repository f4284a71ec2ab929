import { Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { globalId } from '../../graphql/global-id.ts'
import { idField } from '../../graphql/node.type.ts'
import { relation } from '../../graphql/relation.ts'
import { ContactArgs } from '../contact/contact.inputs.ts'
import { contactSource } from '../contact/contact.source.ts'
import { ContactConnection } from '../contact/contact.type.ts'
import { FeedbackArgs } from '../feedback/feedback.inputs.ts'
import { feedbackSource } from '../feedback/feedback.source.ts'
import { FeedbackConnection } from '../feedback/feedback.type.ts'
import { OrderArgs } from '../order/order.inputs.ts'
import { orderSource } from '../order/order.source.ts'
import { OrderConnection } from '../order/order.type.ts'
import { CustomerArgs } from './customer.inputs.ts'
import { type CustomerRow, customerSource } from './customer.source.ts'
import { Customer, CustomerConnection, Identity } from './customer.type.ts'

const contactsOfCustomer = relation('contactsOfCustomer', contactSource, 'customerId')
const feedbackOfCustomer = relation('feedbackOfCustomer', feedbackSource, 'customerId')
const ordersOfCustomer = relation('ordersOfCustomer', orderSource, 'customerId')

@Resolver(() => Customer)
export class CustomerResolver {
  @Query(() => CustomerConnection, { description: 'Customers.' })
  customers(@Args(() => CustomerArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new CustomerConnection(pageOf(context, customerSource, args))
  }

  @FieldResolver(() => ID, idField)
  id(@Root() { id }: CustomerRow) {
    return globalId('customer', id)
  }

  @FieldResolver(() => [Identity], {
    description: 'Under which ids the sources know them; several when they were merged.',
  })
  identities(@Root() { id }: CustomerRow, @Ctx() { loaders }: Context) {
    return loaders.identities.load(id)
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
}
