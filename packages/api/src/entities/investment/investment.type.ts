import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { InvestmentLens, InvestmentPurpose } from './investment.words.ts'

@ObjectType({ description: 'Money spent on experience or service.', implements: Fact, simpleResolvers: true })
export class Investment extends Fact {
  @Field(() => DateTime, { description: 'When it was spent.' })
  at!: Date

  @Field(() => InvestmentPurpose, { description: 'What it was spent for.' })
  purpose!: string

  @Field(() => InvestmentLens, { description: 'On which panel it counts.' })
  lens!: string

  @Field(() => String, { nullable: true, description: 'The campaign it was part of. Null: none, or not known.' })
  campaign?: string | null
}

export const InvestmentConnection = connectionOf(() => Investment, 'Investment')
