import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql'
import type { Context } from '../context.ts'
import { holdsDemo } from '../demo/holds-demo.ts'
import { Me } from './me.type.ts'

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me, { description: 'Who asks.' })
  me(@Ctx() { viewer: { role, brands, seesAllBrands, source } }: Context): Me {
    return { role, brands: seesAllBrands ? null : brands, source }
  }

  @FieldResolver(() => Boolean, { description: 'Whether the company that you look at is the demo, which was made up.' })
  seesDemo(@Ctx() { database }: Context): Promise<boolean> {
    return holdsDemo(database)
  }
}
