import { Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import { checkMayAskFigures } from '../../security/roles.ts'
import { Organisation } from './organisation.type.ts'

@Resolver()
export class OrganisationResolver {
  @Query(() => Organisation, { description: 'What all figures go by.' })
  organisation(@Ctx() { viewer, settings }: Context): Organisation {
    checkMayAskFigures(viewer)
    return settings
  }
}
