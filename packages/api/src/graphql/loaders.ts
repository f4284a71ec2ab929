import DataLoader from 'dataloader'
import { selectIdentities } from '../entities/customer/customer.queries.ts'
import { type NodeRows, sources } from '../entities/sources.ts'
import { selectNames } from '../metrics/names.queries.ts'
import type { ColumnsAsked } from './asked.ts'
import { selectNodes } from './nodes.queries.ts'
import { countPerParent, selectPages } from './page.queries.ts'
import type { PageRequest } from './page-request.ts'
import type { Read } from './reading.ts'
import type { Relation } from './relation.ts'
import type { NodeKind, Source } from './source.ts'

export type NodeLoader<Kind extends NodeKind> = DataLoader<string, NodeRows[Kind] | null>

/** A record as it was read; its columns are those of its source. */
export interface RecordRow {
  readonly id: string
  readonly [column: string]: unknown
}

interface CustomerIdentity {
  customerId: string
  source: string
  /** Null: withheld as personal data. */
  externalId: string | null
}

/** Of one request: each level of a nested question is one statement, however many parents it has. */
export interface Loaders {
  /** Records of a kind by their uuid. Null: not there, or not the viewer's to see. */
  node<Kind extends NodeKind>(kind: Kind): NodeLoader<Kind>
  /** Records that were read: whoever refers to one of them need not ask for it again. */
  meet(kind: NodeKind, rows: readonly RecordRow[]): void
  /** Under which ids the sources know a customer, by its uuid. */
  identities: DataLoader<string, readonly CustomerIdentity[]>
  /** What triggers, touchpoints and journey maps are called, by their uuid. Null: not there, or not the viewer's to see. */
  name: DataLoader<string, string | null>
  /** A page of records under each parent, by the parent's uuid, as `selectPage` gives it. */
  page(relation: Relation, request: PageRequest): DataLoader<string, readonly RecordRow[]>
  /** How many records there are under each parent. */
  count(relation: Relation, request: PageRequest): DataLoader<string, number>
}

export function loadersFor(read: Read, columns: ColumnsAsked, seesPersonalData: boolean): Loaders {
  const met = new Map<NodeKind, RecordRow[]>()
  const meet = (kind: NodeKind, rows: readonly RecordRow[]) => {
    const before = met.get(kind)
    if (before) before.push(...rows)
    else met.set(kind, [...rows])
  }
  return {
    meet,
    node: memoized(
      (kind: NodeKind) => kind,
      kind =>
        new DataLoader<string, RecordRow | null>(async ids => {
          const source = sources[kind]
          const found = new Map(met.get(kind)?.map(row => [row.id, row]))
          const unmet = ids.filter(id => !found.has(id))
          if (unmet.length > 0) {
            const rows = await read<RecordRow>(sql =>
              selectNodes(sql, source, columns(source), unmet, seesPersonalData),
            )
            for (const row of rows) found.set(row.id, row)
          }
          // Interfaces and unions are told by it which type it is.
          return ids.map(id => withTypeName(source, found.get(id)))
        }),
    ) as Loaders['node'],
    identities: new DataLoader(async customerIds => {
      const rows = await read<CustomerIdentity>(sql => selectIdentities(sql, customerIds, seesPersonalData))
      const found = Map.groupBy(rows, row => row.customerId)
      return customerIds.map(id => found.get(id) ?? [])
    }),
    name: new DataLoader(async ids => {
      const rows = await read<{ id: string; name: string }>(sql => selectNames(sql, ids))
      const found = new Map(rows.map(({ id, name }) => [id, name]))
      return ids.map(id => found.get(id) ?? null)
    }),
    page: memoized(
      askedAlike,
      (relation, request) =>
        new DataLoader(async parents => {
          const { source } = relation
          const rows = await read<RecordRow & { parentId: string }>(sql =>
            selectPages(sql, relation, columns(source), request, parents),
          )
          meet(source.kind, rows)
          const pages = Map.groupBy(rows, row => row.parentId)
          return parents.map(parent => pages.get(parent) ?? [])
        }),
    ),
    count: memoized(
      askedAlike,
      (relation, request) =>
        new DataLoader(async parents => {
          const rows = await read<{ parentId: string; count: number }>(sql =>
            countPerParent(sql, relation, request, parents),
          )
          const counts = new Map(rows.map(row => [row.parentId, row.count]))
          return parents.map(parent => counts.get(parent) ?? 0)
        }),
    ),
  }
}

function withTypeName({ typeName }: Source, row: RecordRow | undefined): RecordRow | null {
  return row ? Object.assign(row, { __typename: typeName }) : null
}

/** All parents of which the same is asked share a loader. */
const askedAlike = (relation: Relation, request: PageRequest) => `${relation.name} ${JSON.stringify(request)}`

function memoized<Args extends readonly unknown[], Loader>(
  keyOf: (...args: Args) => string,
  create: (...args: Args) => Loader,
): (...args: Args) => Loader {
  const loaders = new Map<string, Loader>()
  return (...args) => {
    const key = keyOf(...args)
    const loader = loaders.get(key) ?? create(...args)
    loaders.set(key, loader)
    return loader
  }
}
