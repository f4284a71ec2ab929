import { fail, type Problem, ProblemError } from '@tweeluik/schema'
import {
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import type { Context } from '../context.ts'
import { type Deciding, keepApart, mergeByHand, undoMerge } from '../ingest/identity/decide.ts'
import { may } from '../security/roles.ts'
import { isUuid, uuidOf } from './global-id.ts'
import { loadersFor } from './loaders.ts'
import { problems } from './problem.ts'

/** What became of a decision. */
interface Merged {
  /** Ids by which the customers were known. */
  customerIds: readonly string[]
  problems: readonly Problem[]
}

type Field<Given> = GraphQLFieldConfig<unknown, Context, Given>

/** Who is one customer with whom, decided by people. */
export function mergeMutations(schema: GraphQLSchema): GraphQLFieldConfigMap<unknown, Context> {
  const payload = payloadOver(schema)
  const field = <Given>(
    description: string,
    args: NonNullable<Field<Given>['args']>,
    decide: (deciding: Deciding, given: Given) => Promise<string[]>,
  ): Field<Given> => ({
    type: new GraphQLNonNull(payload),
    description,
    args,
    async resolve(_root, given, context) {
      const merged = await inOneTurn(context, deciding => decide(deciding, given))
      // What was read for the mutation before may be different now.
      context.loaders = loadersFor(context.read, context.columns, may(context.viewer, 'personalData'))
      return merged
    },
  })
  const ids = new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLID)))
  const customers = { customers: { type: ids, description: 'The ids of two customers or more, ten at most.' } }
  return {
    mergeCustomers: field<{ customers: string[] }>(
      'Makes one customer of several. What happened with each stays known under the id that its source gave it, and goes back there when the merge is undone.',
      customers,
      (deciding, given) => mergeByHand(deciding, uuidsOf(given.customers)),
    ),
    keepCustomersApart: field<{ customers: string[] }>(
      'Says that these are not one customer: no rule will merge them, and they are suggested no more.',
      customers,
      (deciding, given) => keepApart(deciding, uuidsOf(given.customers)),
    ),
    undoMerge: field<{ merge: string }>(
      'Parts what was merged, by a rule or by hand: each gets back what happened with it, later things too, and they are kept apart.',
      { merge: { type: new GraphQLNonNull(GraphQLID), description: 'The id of the merge.' } },
      (deciding, { merge }) => undoMerge(deciding, isUuid(merge) ? merge : null),
    ),
  }
}

const uuidsOf = (ids: readonly string[]) => ids.map((id, place) => uuidOf('customer', id, `customers.${place}`))

async function inOneTurn(
  { door, viewer, settings }: Context,
  decide: (deciding: Deciding) => Promise<string[]>,
): Promise<Merged> {
  try {
    if (!may(viewer, 'merge')) {
      fail('ROLE_WITHOUT_RIGHT', '', `The role ${viewer.role} merges no customers`, 'Use a token of role service')
    }
    const seesBrand = (brand: string) => viewer.seesAllBrands || viewer.brands.includes(brand)
    const customerIds = await door.inOneTurn(sql =>
      decide({ sql, settings, decider: { name: viewer.name, seesBrand } }),
    )
    return { customerIds, problems: [] }
  } catch (error) {
    if (error instanceof ProblemError) return { customerIds: [], problems: [error.problem] }
    throw error
  }
}

function payloadOver(schema: GraphQLSchema): GraphQLObjectType<Merged, Context> {
  const customer = schema.getType('Customer') as GraphQLObjectType
  return new GraphQLObjectType<Merged, Context>({
    name: 'MergePayload',
    description: 'What became of a decision on who is one customer with whom.',
    fields: {
      customers: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(customer))),
        description: 'The customers as they now are: one when they were merged. None: nothing was done.',
        async resolve({ customerIds }, _given, { loaders }) {
          const found = await Promise.all(customerIds.map(id => loaders.node('customer').load(id)))
          return [...new Map(found.flatMap(one => (one ? [[one.id, one]] : []))).values()]
        },
      },
      problems: { type: problems, description: 'Why nothing was done. None: it was done.' },
    },
  })
}
