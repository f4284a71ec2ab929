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
  const node = <Kind extends NodeKind>(kind: Kind): NodeLoader<Kind> =>
    new DataLoader(async ids => {
      const rows = await read<NodeRows[Kind]>(sql => selectNodes(sql, sources[kind], ids, seesPersonalData))
      const found = new Map(rows.map(row => [row.id, row]))
      return ids.map(id => found.get(id) ?? null)
    })
  const nodes = {
    customer: node('customer'),
    contact: node('contact'),
    feedback: node('feedback'),
    order: node('order'),
  }
  return {
    node: <Kind extends NodeKind>(kind: Kind) => nodes[kind] as unknown as NodeLoader<Kind>,
    identities: new DataLoader(async customerIds => {
      const rows = await read<CustomerIdentity>(sql => selectIdentities(sql, customerIds))
      const found = Map.groupBy(rows, row => row.customerId)
      return customerIds.map(id => found.get(id) ?? [])
    }),
    page: perRequest(
      (relation, request) =>
        new DataLoader(async parents => {
          const rows = await read<RecordRow & { parentId: string }>(sql => selectPages(sql, relation, request, parents))
          const pages = Map.groupBy(rows, row => row.parentId)
          return parents.map(parent => pages.get(parent) ?? [])
        }),
    ),
    count: perRequest(
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

/** One loader for all parents that are asked the same. */
function perRequest<Loader>(create: (relation: Relation, request: PageRequest) => Loader) {
  const loaders = new Map<string, Loader>()
  return (relation: Relation, request: PageRequest): Loader => {
    const key = `${relation.name} ${JSON.stringify(request)}`
    const loader = loaders.get(key) ?? create(relation, request)
    loaders.set(key, loader)
    return loader
  }
}
