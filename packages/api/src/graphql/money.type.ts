import { Field, ObjectType } from 'type-graphql'
import { Decimal } from './scalars.ts'

@ObjectType({ description: 'An amount of one currency.', simpleResolvers: true })
export class Money {
  @Field(() => Decimal, { description: 'In major units (euros, not cents).' })
  amount!: number

  @Field(() => String, { description: 'ISO 4217 code.' })
  currency!: string
}

/** Null when there is no amount, or nobody knows of what. */
export function moneyOf(amountE4: number | null, currency: string | null): Money | null {
  return amountE4 === null || currency === null ? null : { amount: amountE4, currency }
}
