import DataLoader from 'dataloader'
import { selectIdentities, selectMergedInto, selectMerges } from '../entities/customer/customer.queries.ts'
import type { IdentityRow, MergeRow } from '../entities/customer/merges.ts'
import { selectSenders } from '../entities/last-change/last-change.queries.ts'
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

/** A merge with its two identities beside it. */
interface FlatMerge extends Omit<MergeRow, 'identity' | 'other'> {
  customerId: string
  identityId: string
  oneSource: string
  oneExternalId: string | null
  oneCustomerId: string
  otherIdentityId: string
  otherSource: string
  otherExternalId: string | null
  otherCustomerId: string
}

/** Of one request: each level of a nested question is one statement, however many parents it has. */
export interface Loaders {
  /** Records of a kind by their uuid. Null: not there, or not the viewer's to see. */
  node<Kind extends NodeKind>(kind: Kind): NodeLoader<Kind>
  /** Records that were read: whoever refers to one of them need not ask for it again. */
  meet(kind: NodeKind, rows: readonly RecordRow[]): void
  /** Under which ids the sources know a customer, by its uuid. */
  identities: DataLoader<string, readonly IdentityRow[]>
  /** The log of a customer's merges, by its uuid, the newest first. */
  merges: DataLoader<string, readonly MergeRow[]>
  /** What triggers, touchpoints and journey maps are called, by their uuid. Null: not there, or not the viewer's to see. */
  name: DataLoader<string, string | null>
  /** The name of the token that a load's delivery came with, by the load's number. Null: none was shown. */
  sender: DataLoader<number, string | null>
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
  /** An id that a customer had before it was merged into another leads to that one. */
  const findMerged = async (ids: readonly string[], source: Source, found: Map<string, RecordRow>) => {
    if (ids.length === 0) return
    const merged = await read<{ id: string; customerId: string }>(sql => selectMergedInto(sql, ids))
    if (merged.length === 0) return
    const wanted = [...new Set(merged.map(({ customerId }) => customerId))]
    const rows = await read<RecordRow>(sql => selectNodes(sql, source, columns(source), wanted, seesPersonalData))
    const byId = new Map(rows.map(row => [row.id, row]))
    for (const { id, customerId } of merged) {
      const row = byId.get(customerId)
      if (row) found.set(id, row)
    }
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
            if (kind === 'customer')
              await findMerged(
                unmet.filter(id => !found.has(id)),
                source,
                found,
              )
          }
          // Interfaces and unions are told by it which type it is.
          return ids.map(id => withTypeName(source, found.get(id)))
        }),
    ) as Loaders['node'],
    identities: new DataLoader(async customerIds => {
      const rows = await read<IdentityRow>(sql => selectIdentities(sql, customerIds, seesPersonalData))
      const found = Map.groupBy(rows, row => row.customerId)
      return customerIds.map(id => found.get(id) ?? [])
    }),
    merges: new DataLoader(async customerIds => {
      const rows = await read<FlatMerge>(sql => selectMerges(sql, customerIds, seesPersonalData))
      const found = Map.groupBy(rows, row => row.customerId)
      return customerIds.map(id => found.get(id)?.map(withIdentities) ?? [])
    }),
    name: new DataLoader(async ids => {
      const rows = await read<{ id: string; name: string }>(sql => selectNames(sql, ids))
      const found = new Map(rows.map(({ id, name }) => [id, name]))
      return ids.map(id => found.get(id) ?? null)
    }),
    sender: new DataLoader(async loadNumbers => {
      const rows = await read<{ loadNumber: number; by: string | null }>(sql => selectSenders(sql, loadNumbers))
      const found = new Map(rows.map(({ loadNumber, by }) => [loadNumber, by]))
      return loadNumbers.map(loadNumber => found.get(loadNumber) ?? null)
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

const withIdentities = (flat: FlatMerge): MergeRow => ({
  ...flat,
  identity: {
    id: flat.identityId,
    customerId: flat.oneCustomerId,
    source: flat.oneSource,
    externalId: flat.oneExternalId,
  },
  other: {
    id: flat.otherIdentityId,
    customerId: flat.otherCustomerId,
    source: flat.otherSource,
    externalId: flat.otherExternalId,
  },
})

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
