import DataLoader from 'dataloader'
import { type NodeRows, sources } from '../entities/sources.ts'
import { selectNodes } from './nodes.queries.ts'
import type { Read } from './reading.ts'
import type { NodeKind } from './source.ts'

export type NodeLoader<Kind extends NodeKind> = DataLoader<string, NodeRows[Kind] | null>

/** Of one request: each level of a nested question is one statement, however many parents it has. */
export interface Loaders {
  /** Records of a kind by their uuid. Null: not there, or not the viewer's to see. */
  node<Kind extends NodeKind>(kind: Kind): NodeLoader<Kind>
}

export function loadersFor(read: Read): Loaders {
  const nodes = {
    customer: nodeLoader(read, 'customer'),
    contact: nodeLoader(read, 'contact'),
    feedback: nodeLoader(read, 'feedback'),
    order: nodeLoader(read, 'order'),
  }
  return { node: <Kind extends NodeKind>(kind: Kind) => nodes[kind] as NodeLoader<Kind> }
}

function nodeLoader<Kind extends NodeKind>(read: Read, kind: Kind): NodeLoader<Kind> {
  return new DataLoader(async ids => {
    const rows = await read<NodeRows[Kind]>(sql => selectNodes(sql, sources[kind], ids))
    const found = new Map(rows.map(row => [row.id, row]))
    return ids.map(id => found.get(id) ?? null)
  })
}
