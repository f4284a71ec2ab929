import type { PgTable } from 'drizzle-orm/pg-core'

export const nodeKinds = ['customer', 'contact', 'feedback', 'order'] as const
/** What a record is, as its global id says it. */
export type NodeKind = (typeof nodeKinds)[number]

/** What a condition on a field means in the table. */
export interface Filterable<Name = string> {
  column: Name
  /** The field takes global ids of this kind. */
  ids?: NodeKind
  /** How a value stands in the column, where it is not as it was sent. */
  stored?: (value: string) => string
  /** Only for who may see personal data: a condition tells what it is about as well as reading does. */
  personal?: true
}

export interface Orderable<Name = string> {
  column: Name
  /** Records without a value come last, whichever the direction. */
  nullable?: true
  personal?: true
}

/** The rows that records of one kind are read from, and what may be asked of them. */
export interface Source<Name extends string = string, Column extends Name = Name> {
  kind: NodeKind
  /** The GraphQL type. */
  typeName: 'Customer' | 'Contact' | 'Feedback' | 'Order'
  /** In the plural, names the statements. */
  name: string
  table: PgTable
  /** What is read of a row; more is never sent by the database. */
  columns: readonly Column[]
  /** By the name of the field in its `where`. */
  filters: Readonly<Record<string, Filterable<Name>>>
  /** By the word of the enum in its `orderBy`. */
  orders: Readonly<Record<string, Orderable<Name>>>
}

/** A source over a table whose columns are then known by name. */
export const sourceOver =
  <Row>() =>
  <const Column extends keyof Row & string>(source: Source<keyof Row & string, Column>) =>
    source

/** A row of a table as a source reads it. */
export type RowOf<Row, S extends Pick<Source, 'columns'>> = Pick<Row, S['columns'][number] & keyof Row> & {
  __typename: string
}
