import { Field, ObjectType } from 'type-graphql'
import { connectionOf } from '../../graphql/connection.type.ts'
import { CatalogueRecord } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { Weekday } from './calendar.words.ts'

@ObjectType({ description: 'A span of a weekday in which somebody is there.', simpleResolvers: true })
export class OpeningHours {
  @Field(() => Weekday, { description: 'The day.' })
  weekday!: string

  @Field(() => String, { description: "When it begins, in the calendar's zone: `09:00`." })
  opens!: string

  @Field(() => String, { description: "When it ends, in the calendar's zone: `17:30`, at most `24:00`." })
  closes!: string
}

@ObjectType({
  description: 'When a team is open, from a moment on.',
  implements: CatalogueRecord,
  simpleResolvers: true,
})
export class Calendar extends CatalogueRecord {
  @Field(() => String, {
    nullable: true,
    description: 'Whose it is. Null: of every team without a calendar of its own.',
  })
  team?: string | null

  @Field(() => String, { description: 'The time zone of its hours, by its IANA name.' })
  zone!: string

  @Field(() => DateTime, { description: 'In force from this moment on, until a later calendar of the team is.' })
  from!: Date
}

export const CalendarConnection = connectionOf(() => Calendar, 'Calendar')
