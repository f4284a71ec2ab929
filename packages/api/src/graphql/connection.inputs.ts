import { ArgsType, type ClassType, Field, InputType, Int, registerEnumType } from 'type-graphql'
import type { Comparison } from './filter.inputs.ts'
import type { Direction, Source } from './source.ts'

export const RECORDS_DEFAULT = 20
export const RECORDS_MAX = 500

/** Conditions on fields by name, which must all hold, together with those under `and`, `or` and `not`. */
export interface Where {
  readonly [field: string]: Comparison | Where | readonly Where[] | null | undefined
}

/** The arguments of every connection, as they were sent. */
export interface ConnectionArgs {
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
  where?: Where | null
  orderBy?: { field: string; direction: Direction } | null
}

const SortDirection = { ASC: 'asc', DESC: 'desc' } as const
registerEnumType(SortDirection, {
  name: 'SortDirection',
  description: 'Which end comes first.',
  valuesConfig: {
    ASC: { description: 'The least, earliest first.' },
    DESC: { description: 'The greatest, latest first.' },
  },
})

/** What may be asked of a connection over this source. */
export function connectionArgs(source: Source): ClassType<ConnectionArgs> {
  const where = whereInput(source)
  const orderBy = orderInput(source)
  @ArgsType()
  class Args implements ConnectionArgs {
    @Field(() => Int, {
      nullable: true,
      description: `How many from the beginning, or from \`after\` on: 0 to ${RECORDS_MAX}, ${RECORDS_DEFAULT} when neither first nor last is given.`,
    })
    first?: number | null
    @Field(() => String, { nullable: true, description: 'A cursor: only what comes after it.' })
    after?: string | null
    @Field(() => Int, {
      nullable: true,
      description: `How many from the end, or up to \`before\`: 0 to ${RECORDS_MAX}. Not together with first.`,
    })
    last?: number | null
    @Field(() => String, { nullable: true, description: 'A cursor: only what comes before it.' })
    before?: string | null
    @Field(() => where, { nullable: true, description: 'Which records. Left out: all that you may see.' })
    where?: Where | null
    @Field(() => orderBy, {
      nullable: true,
      description: `In which order. Left out: by ${source.defaultOrder.field}, ${source.defaultOrder.direction.toUpperCase()}.`,
    })
    orderBy?: { field: string; direction: Direction } | null
  }
  return Args
}

function whereInput({ typeName, filters }: Source): ClassType<Where> {
  @InputType(`${typeName}Where`, { description: `Conditions on a ${typeName}, which must all hold.` })
  class Conditions {
    @Field(() => [Conditions], { nullable: true, description: 'All of these must hold.' })
    and?: Conditions[]
    @Field(() => [Conditions], {
      nullable: true,
      description: 'At least one of these must hold; none given: no record.',
    })
    or?: Conditions[]
    @Field(() => Conditions, {
      nullable: true,
      description: 'This must not hold: exactly the records that it leaves out.',
    })
    not?: Conditions
  }
  for (const [name, filter] of Object.entries(filters)) {
    const { ids, folded } = 'column' in filter ? filter : {}
    const field = `On \`${name}\`${folded ? ', in capitals or not' : ''}.`
    const description = filter.description ?? (ids ? `On the global id of the ${ids}.` : field)
    Field(() => filter.type, { nullable: true, description })(Conditions.prototype, name)
  }
  return Conditions as ClassType<Where>
}

function orderInput({ typeName, orders, defaultOrder }: Source) {
  const words = Object.fromEntries(Object.keys(orders).map(word => [word, word]))
  const descriptions = Object.entries(orders).map(([word, { nullable }]) => {
    const field = word.toLowerCase().replaceAll('_', ' ')
    return [word, { description: `By ${field}${nullable ? '; records without one come last' : ''}.` }]
  })
  registerEnumType(words, {
    name: `${typeName}OrderField`,
    description: `What a list of ${typeName} is ordered by; equal ones by id.`,
    valuesConfig: Object.fromEntries(descriptions),
  })
  @InputType(`${typeName}OrderBy`, { description: `The order of a list of ${typeName}.` })
  class OrderBy {
    @Field(() => words, { description: 'By what.' })
    field!: string
    @Field(() => SortDirection, { defaultValue: defaultOrder.direction, description: 'Which end comes first.' })
    direction!: Direction
  }
  return OrderBy
}
