import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { JourneyOutcome } from './journey.words.ts'

@ObjectType({ description: "One customer's actual trip along a map.", implements: Fact, simpleResolvers: true })
export class Journey extends Fact {
  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'When it ended. Null: it goes on, or it is not known.' })
  endedAt?: Date | null

  @Field(() => JourneyOutcome, { nullable: true, description: 'How it ended. Null: it goes on, or it is not known.' })
  outcome?: string | null
}

export const JourneyConnection = connectionOf(() => Journey, 'Journey')
