import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType({
  description: 'A customer who met with the cause of contacts, whether or not a contact came of it.',
  implements: Fact,
  simpleResolvers: true,
})
export class Exposure extends Fact {
  @Field(() => DateTime, { description: 'When they met with it.' })
  at!: Date
}

export const ExposureConnection = connectionOf(() => Exposure, 'Exposure')
