import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { ContactEventType } from './contact-event.words.ts'

@ObjectType({ description: 'One thing that happened to a contact.', implements: Fact, simpleResolvers: true })
export class ContactEvent extends Fact {
  @Field(() => DateTime, { description: 'When it happened.' })
  at!: Date

  @Field(() => ContactEventType, { description: 'What happened.' })
  type!: string

  @Field(() => String, {
    nullable: true,
    description: 'The channel it happened in; of a switch the one it went to. Null: not told.',
  })
  channel?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The team it concerns; of a transfer the one it went to. Null: not told.',
  })
  team?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The person or bot it concerns. Null: not told, or withheld as personal data.',
  })
  agent?: string | null

  @Field(() => Boolean, {
    description: 'Of a resolution: whether the contact was opened again before it was resolved once more. Else false.',
  })
  reopened!: boolean
}

export const ContactEventConnection = connectionOf(() => ContactEvent, 'ContactEvent')
