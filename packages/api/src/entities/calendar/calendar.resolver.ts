import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Day } from '../../graphql/scalars.ts'
import { CalendarArgs } from './calendar.inputs.ts'
import { type CalendarRow, calendarSource } from './calendar.source.ts'
import { Calendar, CalendarConnection, OpeningHours } from './calendar.type.ts'
import { Weekday } from './calendar.words.ts'

@Resolver(() => Calendar)
export class CalendarResolver {
  @Query(() => CalendarConnection, { description: 'Opening hours.' })
  calendars(@Args(() => CalendarArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new CalendarConnection(pageOf(context, calendarSource, args))
  }

  @FieldResolver(() => [OpeningHours], {
    description: 'When it is open, in the order of the week; none on a day that is left out.',
  })
  hours(@Root() { hours }: CalendarRow): OpeningHours[] {
    return Object.values(Weekday).flatMap(weekday =>
      (hours[weekday] ?? []).map(([opens, closes]) => ({ weekday, opens, closes })),
    )
  }

  @FieldResolver(() => [Day], { nullable: true, description: 'Days off. Null: none were named one by one.' })
  holidays(@Root() { holidays }: CalendarRow) {
    return Array.isArray(holidays) ? holidays : null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The country whose public holidays are days off. Null: none was named.',
  })
  holidayCountry(@Root() { holidays }: CalendarRow) {
    return typeof holidays === 'string' ? holidays : null
  }
}
