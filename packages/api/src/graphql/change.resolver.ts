import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { Change, ChangeConnection, RecordKindEnum } from './change.type.ts'
import { BEGINNING, changesAfter, readChangeCursor, writeChangeCursor } from './changes.ts'
import { RECORDS_MAX } from './connection.inputs.ts'
import { globalId } from './global-id.ts'
import { Node } from './node.type.ts'
import type { NodeKind } from './source.ts'

const CHANGES_DEFAULT = 100

interface FoundChange extends Change {
  recordId: string
}

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    description:
      'What has come, changed and gone, for a copy elsewhere: every record of the kind, in the order in which it was last written. Told as its sender tells it: what is derived anew of a record is no change of it.',
  })
  async changes(
    @Arg('kind', () => RecordKindEnum, { description: 'Of which kind.' }) kind: NodeKind,
    @Arg('since', () => String, {
      nullable: true,
      description: 'The cursor of the page before. Left out: from the beginning.',
    })
    since: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: CHANGES_DEFAULT, description: `How many: 0 to ${RECORDS_MAX}.` })
    first: number,
    @Ctx() context: Context,
  ) {
    const after = since == null ? BEGINNING : readChangeCursor(kind, since)
    const { rows, end, hasMore } = await changesAfter(context, kind, after, first)
    return {
      nodes: rows.map(({ id, at, deleted }) => ({ kind, id: globalId(kind, id), recordId: id, at, deleted })),
      cursor: writeChangeCursor(kind, end),
      hasMore,
    }
  }

  @FieldResolver(() => Node, { nullable: true, description: 'As it is now. Null: it is gone, now or since.' })
  record(@Root() { kind, recordId, deleted }: FoundChange, @Ctx() { loaders }: Context) {
    return deleted ? null : loaders.node(kind).load(recordId)
  }
}
