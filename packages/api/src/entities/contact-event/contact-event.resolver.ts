import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf } from '../../graphql/connection.ts'
import { Contact } from '../contact/contact.type.ts'
import { ContactEventArgs } from './contact-event.inputs.ts'
import { type ContactEventRow, contactEventSource } from './contact-event.source.ts'
import { ContactEvent, ContactEventConnection } from './contact-event.type.ts'

@Resolver(() => ContactEvent)
export class ContactEventResolver {
  @Query(() => ContactEventConnection, { description: 'What happened to contacts, step by step.' })
  contactEvents(@Args(() => ContactEventArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactEventConnection(pageOf(context, contactEventSource, args))
  }

  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'To which contact it happened. Null: not yours to see.',
  })
  contact(@Root() { contactId }: ContactEventRow, @Ctx() { loaders }: Context) {
    return loaders.node('contact').load(contactId)
  }
}
