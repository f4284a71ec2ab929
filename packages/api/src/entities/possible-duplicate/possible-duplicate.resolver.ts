import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { ConnectionArgs } from '../../graphql/connection.inputs.ts'
import { Page } from '../../graphql/connection.ts'
import type { RecordRow } from '../../graphql/loaders.ts'
import { countRecords, selectPage } from '../../graphql/page.queries.ts'
import { pageRequest } from '../../graphql/page-request.ts'
import { Customer } from '../customer/customer.type.ts'
import { PossibleDuplicateArgs } from './possible-duplicate.inputs.ts'
import { type PossibleDuplicateRow, possibleDuplicateSource, shownDuplicates } from './possible-duplicate.source.ts'
import { PossibleDuplicate, PossibleDuplicateConnection } from './possible-duplicate.type.ts'

@Resolver(() => PossibleDuplicate)
export class PossibleDuplicateResolver {
  @Query(() => PossibleDuplicateConnection, {
    description: 'Customers who may be one, where no rule may decide it: merge them, or keep them apart.',
  })
  possibleDuplicates(@Args(() => PossibleDuplicateArgs) args: ConnectionArgs, @Ctx() { viewer, read }: Context) {
    const request = pageRequest(possibleDuplicateSource, args, viewer)
    const shown = { ...request, where: { and: [{ shown: { eq: true } }, ...(request.where ? [request.where] : [])] } }
    const page = new Page(
      possibleDuplicateSource,
      request,
      () => read<RecordRow>(sql => selectPage(sql, shownDuplicates, shownDuplicates.columns, shown)),
      async () => {
        const [found] = await read<{ count: number }>(sql => countRecords(sql, shownDuplicates, shown))
        return found?.count ?? 0
      },
    )
    return new PossibleDuplicateConnection(page)
  }

  @FieldResolver(() => Customer, { description: 'The one.' })
  one(@Root() { oneId }: PossibleDuplicateRow, @Ctx() { loaders }: Context) {
    return loaders.node('customer').load(oneId)
  }

  @FieldResolver(() => Customer, { description: 'The other.' })
  other(@Root() { otherId }: PossibleDuplicateRow, @Ctx() { loaders }: Context) {
    return loaders.node('customer').load(otherId)
  }
}
