import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { pageOf, pageUnder } from '../../graphql/connection.ts'
import { relation } from '../../graphql/relation.ts'
import { ContactArgs } from '../contact/contact.inputs.ts'
import { contactSource } from '../contact/contact.source.ts'
import { ContactConnection } from '../contact/contact.type.ts'
import { ExposureArgs } from '../exposure/exposure.inputs.ts'
import { exposureSource } from '../exposure/exposure.source.ts'
import { ExposureConnection } from '../exposure/exposure.type.ts'
import { TriggerArgs } from './trigger.inputs.ts'
import { type TriggerRow, triggerSource } from './trigger.source.ts'
import { Trigger, TriggerConnection } from './trigger.type.ts'

const childrenOfTrigger = relation('childrenOfTrigger', triggerSource, 'parentId')
const contactsOfTrigger = relation('contactsOfTrigger', contactSource, 'triggerId')
const exposuresOfTrigger = relation('exposuresOfTrigger', exposureSource, 'triggerId')

@Resolver(() => Trigger)
export class TriggerResolver {
  @Query(() => TriggerConnection, { description: 'The causes of contacts.' })
  triggers(@Args(() => TriggerArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new TriggerConnection(pageOf(context, triggerSource, args))
  }

  @FieldResolver(() => Trigger, {
    nullable: true,
    description: 'The wider cause that it is part of. Null: it is part of none, or it has not come.',
  })
  parent(@Root() { parentId }: TriggerRow, @Ctx() { loaders }: Context) {
    return parentId ? loaders.node('trigger').load(parentId) : null
  }

  @FieldResolver(() => TriggerConnection, { description: 'The narrower causes that are part of it.' })
  children(@Root() { id }: TriggerRow, @Args(() => TriggerArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new TriggerConnection(pageUnder(context, childrenOfTrigger, id, args))
  }

  @FieldResolver(() => ContactConnection, { description: 'The contacts that it caused.' })
  contacts(@Root() { id }: TriggerRow, @Args(() => ContactArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ContactConnection(pageUnder(context, contactsOfTrigger, id, args))
  }

  @FieldResolver(() => ExposureConnection, { description: 'Which customers met with it, in contact or not.' })
  exposures(@Root() { id }: TriggerRow, @Args(() => ExposureArgs) args: ConnectionArgs, @Ctx() context: Context) {
    return new ExposureConnection(pageUnder(context, exposuresOfTrigger, id, args))
  }
}
