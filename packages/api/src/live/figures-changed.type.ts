import { Field, ObjectType } from 'type-graphql'
import { DateTime } from '../graphql/scalars.ts'

@ObjectType({ description: 'Figures are other than they were.', simpleResolvers: true })
export class FiguresChanged {
  @Field(() => DateTime, { description: 'Everything received before this moment is in the figures.' })
  asOf!: Date

  @Field(() => [String], { description: 'Of which kinds of fact, as `plan` names them; at least one.' })
  facts!: readonly string[]
}
