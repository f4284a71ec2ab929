import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { sources } from '../entities/sources.ts'
import { may } from '../security/roles.ts'
import { globalId, readGlobalId } from './global-id.ts'
import { idField, Node } from './node.type.ts'

const kinds = new Map(Object.values(sources).map(({ typeName, kind }) => [typeName, kind]))

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'The record with this id. Null: there is none, or it is not yours to see.',
  })
  node(@Arg('id', () => ID, { description: 'As it was given.' }) id: string, @Ctx() context: Context) {
    return load(context, id)
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The records with these ids, in their order. Null for each that is not there or not yours to see.',
  })
  nodes(@Arg('ids', () => [ID], { description: 'As they were given.' }) ids: string[], @Ctx() context: Context) {
    return ids.map(id => load(context, id))
  }

  @FieldResolver(() => ID, idField)
  id(@Root() { __typename, id }: { __typename: string; id: string }) {
    const kind = kinds.get(__typename)
    if (!kind) throw new Error(`${__typename} is no node`)
    return globalId(kind, id)
  }
}

function load({ viewer, loaders }: Context, text: string) {
  const read = readGlobalId(text)
  return read && may(viewer, sources[read.kind].right ?? 'rows') ? loaders.node(read.kind).load(read.id) : null
}
