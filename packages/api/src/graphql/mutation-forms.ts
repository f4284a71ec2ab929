import { formatAmount } from '@tweeluik/schema'
import { GraphQLInputObjectType, type GraphQLInputType, GraphQLNonNull, GraphQLString } from 'graphql'

/** A row, or an object inside of one, by the names of the TypeScript side. */
export type Row = Readonly<Record<string, unknown>>

/** What GraphQL takes for a field of a record, and what the door does. */
export interface FieldForm {
  type: GraphQLInputType
  description: string
  /** What it means when there is none. */
  absent?: string | undefined
  /** What the door takes, from what GraphQL read; never asked for null. */
  toRecord(value: unknown): unknown
}

const ReferenceInput = new GraphQLInputObjectType({
  name: 'ReferenceInput',
  description: 'A record by the id that its sender gave it. It need not be here yet.',
  fields: {
    source: { type: GraphQLString, description: 'The system that sent it. Left out: the source of the record itself.' },
    id: { type: new GraphQLNonNull(GraphQLString), description: 'Its id in that system.' },
  },
})

/** A field that is sent and given back alike. */
export const asItStands = { toRecord: (value: unknown) => value }

/** An instant is ISO text in a record. */
export const instant = { toRecord: (value: unknown) => (value as Date).toISOString() }

/** Money is a decimal text in a record, and 1/10,000ths in GraphQL. */
export const money = { toRecord: (units: unknown) => formatAmount(units as number) }

export const reference = {
  type: ReferenceInput,
  toRecord: (value: unknown) => {
    const { source, id } = value as { source?: string | null; id: string }
    return source == null ? id : { source, id }
  },
}
