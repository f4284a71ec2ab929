import { Field, ObjectType } from 'type-graphql'
import { Role } from './role.words.ts'

@ObjectType({ description: 'Who asks, as the server knows it.', simpleResolvers: true })
export class Me {
  @Field(() => Role, { description: 'What you may do. Without a token, where none is needed: everything.' })
  role!: string

  @Field(() => [String], { nullable: true, description: 'The brands that you see. Null: every one.' })
  brands!: readonly string[] | null

  @Field(() => String, {
    nullable: true,
    description: 'The one source that you write. Null: any, if you write at all.',
  })
  source!: string | null
}
