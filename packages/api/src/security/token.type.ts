import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DateTime } from '../graphql/scalars.ts'
import { Role } from './role.words.ts'

@ObjectType({
  description: 'What somebody, or another system, shows to come in. Its text is shown once, when it is made.',
  simpleResolvers: true,
})
export class Token {
  @Field(() => ID, { description: 'By which it is revoked.' })
  id!: string

  @Field(() => String, { description: 'What it is known by; changes say that it was they.' })
  name!: string

  @Field(() => Role, { description: 'What it may do.' })
  role!: string

  @Field(() => [String], { nullable: true, description: 'The brands that it sees. Null: every one.' })
  brands!: readonly string[] | null

  @Field(() => String, { nullable: true, description: 'The one source that it writes. Null: it is no integrator.' })
  source!: string | null

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'From when it opens nothing. Null: never.' })
  expiresAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was last shown, to the minute. Null: never.' })
  lastUsedAt!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked. Null: it was not.' })
  revokedAt!: Date | null
}

@ObjectType({ description: 'A token, and its text: this once.', simpleResolvers: true })
export class CreatedToken {
  @Field(() => Token, { description: 'The token as it is listed.' })
  token!: Token

  @Field(() => String, { description: 'What is to be shown: `twl_..`. Nobody can ask it again.' })
  secret!: string
}

@InputType({ description: 'What a token is to be.' })
export class TokenInput {
  @Field(() => String, { description: 'What it is known by; at most 200 characters.' })
  name!: string

  @Field(() => Role, { description: 'What it may do.' })
  role!: string

  @Field(() => [String], { nullable: true, description: 'The brands that it sees. Left out: every one.' })
  brands?: string[] | null

  @Field(() => String, {
    nullable: true,
    description: 'The one source that an integrator writes; no other role has one.',
  })
  source?: string | null

  @Field(() => Int, { defaultValue: 90, description: 'After how many days it ends, 1 to 3650.' })
  days!: number
}
