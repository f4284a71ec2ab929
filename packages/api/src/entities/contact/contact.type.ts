import { Field, Float, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { Fact } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { ContactOutcome, Initiator } from './contact.words.ts'

@ObjectType({
  description: 'What the sender of a contact said of the fields that its events decide.',
  simpleResolvers: true,
})
export class SentOfContact {
  @Field(() => String, { description: 'The channel it began in.' })
  channel!: string

  @Field(() => DateTime, { nullable: true, description: 'When it was answered. Null: not said.' })
  answeredAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When a person first replied. Null: not said.' })
  firstResponseAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was resolved. Null: not said.' })
  resolvedAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was closed. Null: not said.' })
  closedAt?: Date | null

  @Field(() => ContactOutcome, { nullable: true, description: 'How it ended. Null: not said.' })
  outcome?: string | null

  @Field(() => Int, { nullable: true, description: 'Public replies of people. Null: not said.' })
  agentReplies?: number | null

  @Field(() => Int, { nullable: true, description: 'How often it was handed over. Null: not said.' })
  transfers?: number | null

  @Field(() => Int, { nullable: true, description: 'How often it was opened again. Null: not said.' })
  reopens?: number | null
}

@ObjectType({ description: 'One service contact.', implements: Fact, simpleResolvers: true })
export class Contact extends Fact {
  @Field(() => String, { description: 'How they spoke: phone, chat, email and so on, as sent.' })
  channel!: string

  @Field(() => [String], {
    nullable: true,
    description: 'Every channel it went through, in order. Null: it never left the first.',
  })
  channels?: string[] | null

  @Field(() => DateTime, { description: 'When it began.' })
  openedAt!: Date

  @Field(() => Initiator, { nullable: true, description: 'Who began it. Null: not known.' })
  initiatedBy?: string | null

  @Field(() => String, { nullable: true, description: 'What it was about. Null: not known.' })
  topic?: string | null

  @Field(() => String, {
    description: 'What makes two contacts of a customer the same matter: the trigger, else the topic, else `none`.',
  })
  issue!: string

  @Field(() => String, { nullable: true, description: 'Its subject line. Null: none, or withheld as personal data.' })
  subject?: string | null

  @Field(() => String, { nullable: true, description: 'What was said. Null: not kept, or withheld as personal data.' })
  text?: string | null

  @Field(() => String, { nullable: true, description: 'The team that had it. Null: not known.' })
  team?: string | null

  @Field(() => String, { nullable: true, description: 'Who had it. Null: not known, or withheld as personal data.' })
  agent?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether a bot took part. Null: not known.' })
  bot?: boolean | null

  @Field(() => Int, { nullable: true, description: 'Public replies of people. Null: not known.' })
  agentReplies?: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Contacts that the agent had at once, this one included. Null: not known.',
  })
  concurrency?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds of waiting for an answer. Null: not known.' })
  queueSeconds?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds of conversation. Null: not known.' })
  talkSeconds?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds on hold. Null: not known.' })
  holdSeconds?: number | null

  @Field(() => Int, { nullable: true, description: 'Seconds of work after the conversation. Null: not known.' })
  wrapSeconds?: number | null

  @Field(() => Int, {
    nullable: true,
    description:
      "Seconds of an agent's time: talk, hold and wrap-up, shared among concurrent contacts. Null: not handled, or not known.",
  })
  handleSeconds?: number | null

  @Field(() => DateTime, { nullable: true, description: 'When it was answered. Null: never, or not known.' })
  answeredAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When a person first replied. Null: not yet, or not known.' })
  firstResponseAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was first resolved. Null: not, or not known.' })
  resolvedAt?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'When it was closed. Null: not, or not known.' })
  closedAt?: Date | null

  @Field(() => DateTime, {
    description: 'End of wrap-up, at which handling counts; when it opened if it was never answered.',
  })
  handledAt!: Date

  @Field(() => ContactOutcome, { nullable: true, description: 'How it ended. Null: not known.' })
  outcome?: string | null

  @Field(() => Boolean, {
    description: 'Begun by the customer for people to answer: the ground of the share abandoned.',
  })
  offered!: boolean

  @Field(() => Boolean, { description: 'Answered or resolved, and not abandoned.' })
  handled!: boolean

  @Field(() => Boolean, { description: 'Whether its matter was settled.' })
  resolved!: boolean

  @Field(() => Int, { nullable: true, description: 'How often it was handed over. Null: not known.' })
  transfers?: number | null

  @Field(() => Int, { nullable: true, description: 'How often it was opened again. Null: not known.' })
  reopens?: number | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its service level was met, by its sender. Null: not said.',
  })
  slaMet?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of a conversation with a bot, whether no person came into it. Null: no bot took part.',
  })
  contained?: boolean | null

  @Field(() => Boolean, { description: 'Whether its trigger is one that need not be.' })
  avoidable!: boolean

  @Field(() => Int, {
    nullable: true,
    description: 'Days, rounded up, since the contact before of this customer on this issue. Null: there is none.',
  })
  previousGapDays?: number | null

  @Field(() => String, {
    nullable: true,
    description:
      "The stage of its touchpoint on the map of its journey, by the map's id of it; else the touchpoint's own, else that of the last interaction in the journey. Null: none is known.",
  })
  stage?: string | null
}

export const ContactConnection = connectionOf(() => Contact, 'Contact')
