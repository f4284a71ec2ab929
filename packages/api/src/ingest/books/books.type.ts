import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { PageInfo } from '../../graphql/connection.type.ts'

export const BatchState = { QUEUED: 'queued', LOADING: 'loading', LOADED: 'loaded', FAILED: 'failed' } as const
registerEnumType(BatchState, {
  name: 'BatchState',
  description: 'How far a delivery is.',
  valuesConfig: {
    QUEUED: { description: 'Safe, and waiting for its turn.' },
    LOADING: { description: 'Being loaded.' },
    LOADED: { description: 'In the figures.' },
    FAILED: { description: 'Its load failed again and again; it is whole in the inbox and can be replayed.' },
  },
})

@ObjectType({ description: 'What became of records.', simpleResolvers: true })
abstract class Outcomes {
  @Field(() => Int, { description: 'Records that were not there.' })
  created!: number

  @Field(() => Int, { description: 'Records that are newer than what was there.' })
  updated!: number

  @Field(() => Int, { description: 'Records that say what was known, or less than what is newer.' })
  unchanged!: number

  @Field(() => Int, { description: 'Records that cannot stand alone and whose contact has not come.' })
  waiting!: number

  @Field(() => Int, { description: 'Records that could not be taken, and are not replayed yet.' })
  rejected!: number
}

@ObjectType({ description: 'What became of deliveries, in records.', simpleResolvers: true })
abstract class Counts extends Outcomes {
  @Field(() => Int, {
    description: 'Records received: the sum of created, updated, unchanged, waiting and rejected once loaded.',
  })
  received!: number
}

@ObjectType({ description: 'What a system has sent of one kind of record.', simpleResolvers: true })
export class SourceBooks extends Counts {
  @Field(() => String, { description: 'The system, as its records name it.' })
  source!: string

  @Field(() => String, { description: 'The kind, as in the path: `contacts`.' })
  kind!: string

  @Field(() => Int, { description: 'How many deliveries.' })
  batches!: number

  @Field(() => Int, { description: 'Records that are safe and not loaded yet.' })
  queued!: number

  @Field(() => Int, { description: 'Deliveries whose load failed for good.' })
  failedBatches!: number

  @Field(() => Date, { description: 'When something was last received.' })
  lastReceivedAt!: Date

  @Field(() => Date, { nullable: true, description: 'When something was last loaded. Null: nothing was.' })
  lastLoadedAt?: Date | null
}

@ObjectType({ description: 'One delivery of records of one kind.', simpleResolvers: true })
export class Batch extends Counts {
  @Field(() => ID, { description: 'As in its receipt.' })
  id!: string

  @Field(() => String, { description: 'The system that sent it.' })
  source!: string

  @Field(() => String, { description: 'The kind, as in the path: `contacts`.' })
  kind!: string

  @Field(() => BatchState, { description: 'How far it is.' })
  state!: string

  @Field(() => Date, { description: 'When it was safe.' })
  receivedAt!: Date

  @Field(() => Date, { nullable: true, description: 'When it was in the figures. Null: it is not.' })
  loadedAt?: Date | null
}

@ObjectType({ description: 'A page of deliveries, the newest first.', simpleResolvers: true })
export class BatchConnection {
  @Field(() => [Batch], { description: 'The deliveries.' })
  nodes!: readonly Batch[]

  @Field(() => PageInfo, { description: 'Where the page lies.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: 'Records of one system and kind that wait for theirs.', simpleResolvers: true })
export class WaitingRecords {
  @Field(() => String, { description: 'The system that sent them.' })
  source!: string

  @Field(() => String, { description: 'The kind: `contact-events` or `quality-reviews`.' })
  kind!: string

  @Field(() => Int, { description: 'How many.' })
  count!: number

  @Field(() => Date, { description: 'Since when the first of them waits.' })
  since!: Date
}

@ObjectType({ description: 'A row that could not be taken, as it was sent.', simpleResolvers: true })
export class RejectedRow {
  @Field(() => ID, { description: 'The delivery it came in.' })
  batchId!: string

  @Field(() => Int, { description: 'Its place in the delivery, from 0.' })
  position!: number

  @Field(() => Int, { description: 'Its line in the body or file, from 1.' })
  line!: number

  @Field(() => String, { description: 'The field, dotted. Empty: it is about the whole row.' })
  path!: string

  @Field(() => String, { description: 'What is wrong, for people.' })
  message!: string

  @Field(() => String, { description: 'What to do about it.' })
  fix!: string

  @Field(() => String, { description: 'The row as it was sent; its first 10,000 characters.' })
  text!: string

  @Field(() => Date, { description: 'When it was received.' })
  receivedAt!: Date
}

@ObjectType({ description: 'A page of rejected rows, the newest delivery first.', simpleResolvers: true })
export class RejectedRowConnection {
  @Field(() => [RejectedRow], { description: 'The rows.' })
  nodes!: readonly RejectedRow[]

  @Field(() => PageInfo, { description: 'Where the page lies.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: 'Rows that were refused for one reason and are so still.', simpleResolvers: true })
export class RejectionCause {
  @Field(() => String, { description: 'The system that sent them.' })
  source!: string

  @Field(() => String, { description: 'The kind, as in the path: `contacts`.' })
  kind!: string

  @Field(() => String, { description: 'What is wrong, for scripts: it does not change.' })
  code!: string

  @Field(() => String, { description: 'The field, dotted; a place in a list is `*`. Empty: about the whole row.' })
  path!: string

  @Field(() => Int, { description: 'How many rows.' })
  count!: number

  @Field(() => Date, { description: 'When the first of them was received.' })
  firstReceivedAt!: Date

  @Field(() => Date, { description: 'When the last of them was received.' })
  lastReceivedAt!: Date

  @Field(() => String, { description: 'What is wrong with the newest of them, for people.' })
  message!: string

  @Field(() => String, { description: 'What to do about it.' })
  fix!: string
}

@ObjectType({ description: 'What became of rows that were loaded again.', simpleResolvers: true })
export class ReplayPayload extends Outcomes {
  @Field(() => Int, { description: 'How many were tried: the sum of the others.' })
  replayed!: number

  @Field(() => Boolean, { description: 'Whether all were tried; else ask again for the rest.' })
  finished!: boolean
}
