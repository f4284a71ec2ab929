import { fail } from '@tweeluik/schema'
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../context.ts'
import { RecordKindEnum } from '../../graphql/change.type.ts'
import { globalId, readGlobalId } from '../../graphql/global-id.ts'
import { CatalogueRecord, Node } from '../../graphql/node.type.ts'
import { requireSize } from '../../graphql/page-request.ts'
import type { NodeKind } from '../../graphql/source.ts'
import { may } from '../../security/roles.ts'
import { sources } from '../sources.ts'
import { type LoadedChange, selectLastChanges } from './last-change.queries.ts'
import { type ChangedRow, changedBy, changeFields, mayKnowWho } from './last-change.ts'
import { LastChange } from './last-change.type.ts'

const KINDS_MAX = 10

/** Who changed what people lay down, and when. */
@Resolver(() => LastChange)
export class LastChangeResolver {
  @Query(() => [LastChange], { description: 'What was last changed of these kinds, the newest first.' })
  async lastChanges(
    @Arg('kinds', () => [RecordKindEnum], { description: `Of which kinds, ${KINDS_MAX} at most.` }) kinds: NodeKind[],
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, 1 to 100.' }) first: number,
    @Ctx() { viewer, read }: Context,
  ): Promise<LastChange[]> {
    if (!may(viewer, 'operate')) {
      fail('ROLE_WITHOUT_RIGHT', '', 'Your role does not see who changes records', 'Use a token of role admin')
    }
    if (kinds.length > KINDS_MAX) fail('TOO_MANY', 'kinds', `Too many kinds`, `Ask for ${KINDS_MAX} at most`)
    requireSize(first, 'first')
    const wanted = [...new Set(kinds)].map(kind => sources[kind])
    if (wanted.length === 0) return []
    const changes = await read<LoadedChange>(sql => selectLastChanges(sql, wanted, first))
    return changes.map(({ id, count, by, ...change }) => ({
      ...change,
      by: mayKnowWho(viewer) ? by : null,
      count,
      id: count === 1 ? globalId(change.kind, id) : null,
    }))
  }

  @FieldResolver(() => Node, { nullable: true, description: 'As it is now. Null: it is gone, or there are several.' })
  record(@Root() { id, kind, deleted }: LastChange, @Ctx() { loaders }: Context) {
    const read = id === null || deleted ? null : readGlobalId(id)
    return read && loaders.node(kind).load(read.id)
  }
}

@Resolver(() => CatalogueRecord)
export class CatalogueRecordResolver {
  @FieldResolver(() => Date, changeFields.updatedAt)
  updatedAt(@Root() { versionAt }: ChangedRow): Date {
    return versionAt
  }

  @FieldResolver(() => String, changeFields.updatedBy)
  updatedBy(@Root() row: ChangedRow, @Ctx() context: Context) {
    return changedBy(row, context)
  }
}
