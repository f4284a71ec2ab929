import { formatAmount } from '@tweeluik/schema'
import type { Refs } from '@tweeluik/schema/tables'
import { GraphQLInputObjectType, type GraphQLInputType, GraphQLNonNull, GraphQLString } from 'graphql'

/** A row, or an object inside of one, by the names of the TypeScript side. */
export type Row = Readonly<Record<string, unknown>>

/** Where a field is read from: a row or an object in it, which stands at this place of the record (`steps.0.`). */
export interface Stored {
  row: Row
  place: string
  /** By their place in the record. */
  refs: Refs | null
}

/** What GraphQL takes for a field of a record, and what the door does. */
export interface FieldForm {
  type: GraphQLInputType
  description: string
  /** What it means when there is none. */
  absent?: string | undefined
  /** What the door takes, from what GraphQL read; never asked for null. */
  toRecord(value: unknown): unknown
  /** What its sender gave, from what is stored. */
  fromRow(stored: Stored): unknown
}

const ReferenceInput = new GraphQLInputObjectType({
  name: 'ReferenceInput',
  description: 'A record by the id that its sender gave it. It need not be here yet.',
  fields: {
    source: { type: GraphQLString, description: 'The system that sent it. Left out: the source of the record itself.' },
    id: { type: new GraphQLNonNull(GraphQLString), description: 'Its id in that system.' },
  },
})

/** A field that is sent, stored and given back alike. */
export const asItStands = (name: string) => ({
  toRecord: (value: unknown) => value,
  fromRow: ({ row }: Stored) => row[name],
})

/** An instant is ISO text in a record. */
export const instant = (name: string) => ({
  toRecord: (value: unknown) => (value as Date).toISOString(),
  fromRow: ({ row }: Stored) => row[name] && new Date(row[name] as string | Date).toISOString(),
})

/** Money is a decimal text in a record, and 1/10,000ths in GraphQL and in the row. */
export const money = (name: string) => ({
  toRecord: (units: unknown) => formatAmount(units as number),
  fromRow: ({ row }: Stored) => (row[`${name}E4`] == null ? null : formatAmount(row[`${name}E4`] as number)),
})

/** A reference as it was sent stands beside the row. */
export const reference = (name: string) => ({
  type: ReferenceInput,
  toRecord: (value: unknown) => {
    const { source, id } = value as { source?: string | null; id: string }
    return source == null ? id : { source, id }
  },
  fromRow: ({ place, refs }: Stored) => refs?.[place + name] ?? null,
})
