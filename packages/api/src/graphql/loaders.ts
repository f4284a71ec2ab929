import DataLoader from 'dataloader'
import { selectIdentities } from '../entities/customer/customer.queries.ts'
import { type NodeRows, sources } from '../entities/sources.ts'
import { selectNodes } from './nodes.queries.ts'
import { countPerParent, selectPages } from './page.queries.ts'
import type { PageRequest } from './page-request.ts'
import type { Read } from './reading.ts'
import type { Relation } from './relation.ts'
import type { NodeKind } from './source.ts'

export type NodeLoader<Kind extends NodeKind> = DataLoader<string, NodeRows[Kind] | null>

/** A record as it was read; its columns are those of its source. */
export interface RecordRow {
  readonly id: string
  readonly [column: string]: unknown
}

interface CustomerIdentity {
  customerId: string
  source: string
  externalId: string
}

/** Of one request: each level of a nested question is one statement, however many parents it has. */
export interface Loaders {
  /** Records of a kind by their uuid. Null: not there, or not the viewer's to see. */
  node<Kind extends NodeKind>(kind: Kind): NodeLoader<Kind>
  /** Under which ids the sources know a customer, by its uuid. */
  identities: DataLoader<string, readonly CustomerIdentity[]>
  /** A page of records under each parent, by the parent's uuid, as `selectPage` gives it. */
  page(relation: Relation, request: PageRequest): DataLoader<string, readonly RecordRow[]>
  /** How many records there are under each parent. */
  count(relation: Relation, request: PageRequest): DataLoader<string, number>
}

export function loadersFor(read: Read, seesPersonalData: boolean): Loaders {
  return {
    node: memoized(
      (kind: NodeKind) => kind,
      kind =>
        new DataLoader(async ids => {
          const rows = await read<NodeRows[NodeKind]>(sql => selectNodes(sql, sources[kind], ids, seesPersonalData))
          const found = new Map(rows.map(row => [row.id, row]))
          return ids.map(id => found.get(id) ?? null)
        }),
    ) as Loaders['node'],
    identities: new DataLoader(async customerIds => {
      const rows = await read<CustomerIdentity>(sql => selectIdentities(sql, customerIds))
      const found = Map.groupBy(rows, row => row.customerId)
      return customerIds.map(id => found.get(id) ?? [])
    }),
    page: memoized(
      askedAlike,
      (relation, request) =>
        new DataLoader(async parents => {
          const rows = await read<RecordRow & { parentId: string }>(sql => selectPages(sql, relation, request, parents))
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
