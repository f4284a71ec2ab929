import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType({ description: 'What all figures go by; laid down once, before the first record.', simpleResolvers: true })
export class Organisation {
  @Field(() => String, { description: 'The time zone that days begin and end in, by its IANA name.' })
  timeZone!: string

  @Field(() => String, { description: 'The currency of amounts that name none, by its ISO 4217 code.' })
  currency!: string

  @Field(() => Int, { description: 'Days without an order after which a customer is no longer one.' })
  inactivityDays!: number

  @Field(() => Int, { description: 'Days after a contact in which its customer counts as contacted.' })
  contactedDays!: number

  @Field(() => String, { description: 'The brand of records that name none.' })
  defaultBrand!: string
}
