import { Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { Me } from './me.type.ts'

@Resolver()
export class MeResolver {
  @Query(() => Me, { description: 'Who asks.' })
  me(@Ctx() { viewer: { role, brands, seesAllBrands, source } }: Context): Me {
    return { role, brands: seesAllBrands ? null : brands, source }
  }
}
