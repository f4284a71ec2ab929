import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Calendar } from '../calendar/calendar.type.ts'
import { SlaPolicyArgs } from './sla-policy.inputs.ts'
import { type SlaPolicyRow, slaPolicySource } from './sla-policy.source.ts'
import { SlaPolicy, SlaPolicyConnection } from './sla-policy.type.ts'

@Resolver(() => SlaPolicy)
export class SlaPolicyResolver {
  @Query(() => SlaPolicyConnection, { description: 'What was promised about contacts.' })
  slaPolicies(@Args(() => SlaPolicyArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new SlaPolicyConnection(pageOf(context, slaPolicySource, args))
  }

  @FieldResolver(() => Calendar, {
    nullable: true,
    description: 'The opening hours that its seconds count in. Null: they count day and night, or it has not come.',
  })
  calendar(@Root() { calendarId }: SlaPolicyRow, @Ctx() { loaders }: Context) {
    return calendarId ? loaders.node('calendar').load(calendarId) : null
  }
}
