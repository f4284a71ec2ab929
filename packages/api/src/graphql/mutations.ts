import { type RecordKind, recordKinds } from '@tweeluik/schema/records'
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  getNullableType,
} from 'graphql'
import type { Context } from '../context.ts'
import { sources } from '../entities/sources.ts'
import { may } from '../security/roles.ts'
import { globalId } from './global-id.ts'
import { loadersFor } from './loaders.ts'
import { mergeMutations } from './merge-mutations.ts'
import { type Change, type Changeable, createRecord, deleteRecord, updateRecord } from './mutation-change.ts'
import { configOf, mutationFields } from './mutation-fields.ts'
import type { Row } from './mutation-forms.ts'
import { problems } from './problem.ts'

/** The schema with mutations for every kind of record: what can be sent by the door can be made and changed here. */
export function withMutations(schema: GraphQLSchema): GraphQLSchema {
  const fieldsOf = mutationFields(schema)
  const mutations = Object.entries(recordKinds).map(([name, { singular, schema: record }]) => {
    const type = schema.getType(sources[singular].typeName) as GraphQLObjectType<unknown, Context>
    const noun = nouns[singular] ?? `${/^[aeiou]/.test(singular) ? 'an' : 'a'} ${singular.replaceAll('-', ' ')}`
    return mutationsOf(type, { kind: name as RecordKind, noun, fields: fieldsOf(singular, record.shape, type) })
  })
  const written = schema.getMutationType()
  const mutation = new GraphQLObjectType<unknown, Context>({
    name: 'Mutation',
    description: 'Changes to records: each is made whole or not at all, one after the other.',
    fields: Object.assign({}, written?.toConfig().fields, mergeMutations(schema), ...mutations),
  })
  const { types, ...config } = schema.toConfig()
  return new GraphQLSchema({ ...config, types: types.filter(type => type !== written), mutation })
}

/** Where the word of the kind is none of the language. */
const nouns: Readonly<Record<string, string>> = { feedback: 'an answer', 'sla-policy': 'an SLA policy' }

const UNLESS_CHANGED =
  'Only if it is as it was then, by its `updatedAt`: what somebody has changed since stays. Left out: whatever it is now.'

type Mutations = GraphQLFieldConfigMap<unknown, Context>

function mutationsOf(type: GraphQLObjectType<unknown, Context>, changeable: Changeable): Mutations {
  const { name } = type
  const { noun, fields } = changeable
  const id = { type: new GraphQLNonNull(GraphQLID), description: 'As it was given.' }
  const { updatedAt } = type.getFields()
  const onlyIf = updatedAt && {
    ifUpdatedAt: { type: getNullableType(updatedAt.type) as GraphQLInputType, description: UNLESS_CHANGED },
  }
  const input = new GraphQLInputObjectType({
    name: `${name}Input`,
    description: `What is known of ${noun}; what is left out is not known.`,
    fields: configOf(fields),
  })
  const patch = new GraphQLInputObjectType({
    name: `${name}Patch`,
    description: `What changes of ${noun}: what is left out stays, null clears, lists and objects are replaced whole.`,
    fields: configOf(
      fields.filter(field => field.name !== 'id'),
      { patch: true },
    ),
  })
  const payload = payloadOf(type, changeable)
  const changing = <Arguments>(
    description: string,
    args: GraphQLFieldConfig<unknown, Context>['args'],
    resolve: (context: Context, given: Arguments) => Promise<Change>,
  ): GraphQLFieldConfig<unknown, Context, Arguments> => ({
    type: new GraphQLNonNull(payload),
    description,
    ...(args ? { args } : {}),
    async resolve(_root, given, context) {
      const change = await resolve(context, given)
      // What was read for the mutation before may be different now.
      context.loaders = loadersFor(context.read, context.columns, may(context.viewer, 'personalData'))
      return change
    },
  })
  return {
    [`create${name}`]: changing<{ input: Row }>(
      `Makes ${noun}.`,
      { input: { type: new GraphQLNonNull(input), description: 'What is known of it.' } },
      (context, given) => createRecord(context, changeable, given.input),
    ),
    [`update${name}`]: changing<{ id: string; patch: Row; ifUpdatedAt?: Date | null }>(
      `Changes ${noun}.`,
      { id, patch: { type: new GraphQLNonNull(patch), description: 'What changes.' }, ...onlyIf },
      (context, given) => updateRecord(context, changeable, given, given.patch),
    ),
    [`delete${name}`]: changing<{ id: string; ifUpdatedAt?: Date | null }>(
      changeable.kind === 'customers'
        ? 'Forgets what was last told of a customer by one source; what happened with them stays.'
        : `Deletes ${noun}.`,
      { id, ...onlyIf },
      (context, given) => deleteRecord(context, changeable, given),
    ),
  }
}

function payloadOf(type: GraphQLObjectType, { kind, noun }: Changeable): GraphQLObjectType<Change, Context> {
  const { singular } = recordKinds[kind]
  return new GraphQLObjectType<Change, Context>({
    name: `${type.name}Payload`,
    description: `What became of a change to ${noun}.`,
    fields: {
      id: {
        type: GraphQLID,
        description: 'Of the record. Null: nothing was done.',
        resolve: ({ id }) => id && globalId(singular, id),
      },
      record: {
        type,
        description: 'The record as it now is. Null: nothing was done, it is deleted, or your role reads none.',
        resolve: ({ id }, _given, { loaders, viewer }) =>
          id && may(viewer, sources[singular].right ?? 'rows') ? loaders.node(singular).load(id) : null,
      },
      problems: { type: problems, description: 'Why nothing was done. None: it was done.' },
      notices: { type: problems, description: 'What to know of it although it was done.' },
    },
  })
}
