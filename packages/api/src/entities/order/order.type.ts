import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Money } from '../../graphql/money.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType({ description: 'Money given back.', simpleResolvers: true })
export class Refund {
  @Field(() => DateTime, { description: 'When it was given back.' })
  at!: Date

  @Field(() => Money, { description: 'How much, in the currency of the order.' })
  amount!: Money
}

@ObjectType({ description: 'One order of a customer.', implements: Fact, simpleResolvers: true })
export class Order extends Fact {
  @Field(() => DateTime, { description: 'When it was placed.' })
  at!: Date

  @Field(() => String, { nullable: true, description: 'Where it stands, by the word of its sender. Null: not known.' })
  status?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Where it was placed: web, shop, phone and so on, as sent. Null: not known.',
  })
  channel?: string | null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When delivery was promised for. Null: nothing was promised, or not known.',
  })
  promisedAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was delivered. Null: not yet, or not known.' })
  deliveredAt?: Date | null

  @Field(() => Boolean, { description: 'Whether its customer had ordered on an earlier day.' })
  repeat!: boolean
}

export const OrderConnection = connectionOf(() => Order, 'Order')
