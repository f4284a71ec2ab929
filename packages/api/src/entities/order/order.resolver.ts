import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { Money, moneyOf } from '../../graphql/money.type.ts'
import { relation } from '../../graphql/relation.ts'
import { ContactArgs } from '../contact/contact.inputs.ts'
import { contactSource } from '../contact/contact.source.ts'
import { ContactConnection } from '../contact/contact.type.ts'
import { Customer } from '../customer/customer.type.ts'
import { OrderArgs } from './order.inputs.ts'
import { type OrderRow, orderSource } from './order.source.ts'
import { Order, OrderConnection, Refund } from './order.type.ts'

const contactsOfOrder = relation('contactsOfOrder', contactSource, 'orderId')

@Resolver(() => Order)
export class OrderResolver {
  @Query(() => OrderConnection, { description: 'Orders.' })
  orders(@Args(() => OrderArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new OrderConnection(pageOf(context, orderSource, args))
  }

  @FieldResolver(() => Money, { description: 'What was ordered for, refunds not taken off.' })
  amount(@Root() { amountE4, currency }: OrderRow) {
    return moneyOf(amountE4, currency)
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What of the amount is earned, refunds not taken off. Null: the sender does not know.',
  })
  margin(@Root() { marginE4, currency }: OrderRow) {
    return moneyOf(marginE4, currency)
  }

  @FieldResolver(() => [Refund], { description: 'What was given back, as it was sent.' })
  refunds(@Root() { refunds, currency }: OrderRow): Refund[] {
    return (refunds ?? []).map(({ at, amountE4 }) => ({ at: new Date(at), amount: { amount: amountE4, currency } }))
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Delivered after it was promised for. Null: not delivered yet, or nothing promised.',
  })
  late(@Root() { promisedAt, deliveredAt }: OrderRow) {
    return promisedAt && deliveredAt && deliveredAt > promisedAt
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whose it is. Null: not yours to see.' })
  customer(@Root() { known, customerId }: OrderRow, @Ctx() { loaders }: Context) {
    return known ? loaders.node('customer').load(customerId) : null
  }

  @FieldResolver(() => ContactConnection, { description: 'The contacts about it.' })
  contacts(@Root() { id }: OrderRow, @Args(() => ContactArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactConnection(pageUnder(context, contactsOfOrder, id, args))
  }
}
