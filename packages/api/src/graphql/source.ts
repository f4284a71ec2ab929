import { type RecordName, recordKinds } from '@tweeluik/schema/records'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { FilterType } from './filter.inputs.ts'

/** What a record is, as its global id says it. */
export type NodeKind = RecordName
export const nodeKinds: readonly NodeKind[] = Object.values(recordKinds).map(({ singular }) => singular)

/** What a condition on a field of `where` means: for a column of the table, or for rows of another one. */
export type Filterable<Name = string> = {
  type: FilterType
  /** What it is about, where its name does not tell. */
  description?: string
} & (
  | {
      column: Name
      /** Its values are global ids of this kind. */
      ids?: NodeKind
      /** The column holds text folded for searching, as values then are too. */
      folded?: true
    }
  | { related: Related; personal?: true }
)

/**
 * The rows of another table that are of the customer, in `customer_id`: how many there are, the greatest value of one
 * of their columns, or any value of it.
 */
export interface Related {
  table: PgTable
  value: 'count' | { greatest: string } | { any: string }
}

export interface Orderable<Name = string> {
  column: Name
  /** Records without a value come last, whichever the direction. */
  nullable?: true
}

/** The rows that records of one kind are read from, and all that may be asked of them. */
export interface Source<Name extends string = string, Column extends Name = Name> {
  kind: NodeKind
  /** The GraphQL type. */
  typeName: string
  /** What it takes to read them. Left out: the right to rows. */
  right?: 'figures'
  /** In the plural: names the statements. */
  name: string
  table: PgTable
  /** What is read of a row, and no more. */
  columns: readonly Column[]
  /**
   * Of those, what only they may know who may see personal data: for others the database answers null, and refuses
   * conditions and orders on it, which would tell the value too.
   */
  personal: readonly Name[]
  /**
   * Which columns a field is resolved from that is neither a column nor a connection; those of a record it leads to by
   * their kind, `trigger.department`. One that is not named here may read all there is, of this record and of others.
   */
  needs?: Readonly<Record<string, readonly (Column | `${NodeKind}.${string}`)[]>>
  filters: Readonly<Record<string, Filterable<Name>>>
  /** By their word in `orderBy`. */
  orders: Readonly<Record<string, Orderable<Name>>>
  /** As records are shown when nobody says. */
  defaultOrder: { field: string; direction: Direction }
}

export type Direction = 'asc' | 'desc'

/** A source over a table whose columns are then known by name. */
export const sourceOver =
  <Row>() =>
  <const Column extends keyof Row & string>(source: Source<keyof Row & string, Column>) =>
    source

/** A row of a table as a source reads it. */
export type RowOf<Row, S extends Pick<Source, 'columns'>> = Pick<Row, S['columns'][number] & keyof Row> & {
  __typename: string
}
