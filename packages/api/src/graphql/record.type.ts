import { createUnionType, Field, ObjectType } from 'type-graphql'
import { Contact } from '../entities/contact/contact.type.ts'
import { ContactEvent } from '../entities/contact-event/contact-event.type.ts'
import { Customer } from '../entities/customer/customer.type.ts'
import { Feedback } from '../entities/feedback/feedback.type.ts'
import { Interaction } from '../entities/interaction/interaction.type.ts'
import { Investment } from '../entities/investment/investment.type.ts'
import { Journey } from '../entities/journey/journey.type.ts'
import { Order } from '../entities/order/order.type.ts'
import { QualityReview } from '../entities/quality-review/quality-review.type.ts'
import type { NodeRows } from '../entities/sources.ts'
import { Survey } from '../entities/survey/survey.type.ts'
import { PageInfo } from './connection.type.ts'
import type { NodeKind } from './source.ts'

const MetricRecord = createUnionType({
  name: 'MetricRecord',
  description: 'A record that a figure stands on.',
  types: () =>
    [
      Contact,
      ContactEvent,
      Feedback,
      Survey,
      QualityReview,
      Interaction,
      Journey,
      Order,
      Investment,
      Customer,
    ] as const,
  resolveType: row => (row as unknown as { __typename: string }).__typename,
})

@ObjectType({ description: 'A page of the records that a figure stands on.', simpleResolvers: true })
export class RecordConnection {
  @Field(() => [MetricRecord], { description: 'The records of the page.' })
  nodes!: NodeRows[NodeKind][]

  @Field(() => PageInfo, { description: 'Where the page lies.' })
  pageInfo!: PageInfo
}
