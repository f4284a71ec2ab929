import { fail } from '@tweeluik/schema'
import type { Context } from '../context.ts'
import { sources } from '../entities/sources.ts'
import { awaitDisk, type ChangedRow, type ChangePlace, selectChanges } from './changes.queries.ts'
import { isUuid } from './global-id.ts'
import { readOpaque, writeOpaque } from './opaque.ts'
import { requireRows, requireSize } from './page-request.ts'
import type { NodeKind } from './source.ts'

/** Before every change. */
export const BEGINNING: ChangePlace = { loadNumber: -1, id: '00000000-0000-0000-0000-000000000000' }

export interface ChangePage {
  rows: readonly ChangedRow[]
  end: ChangePlace
  hasMore: boolean
}

/** The next changes of a kind that the viewer may see. What has been given once is never taken back by a power cut. */
export async function changesAfter(
  { database, read, viewer }: Pick<Context, 'database' | 'read' | 'viewer'>,
  kind: NodeKind,
  after: ChangePlace,
  size: number,
): Promise<ChangePage> {
  requireRows(viewer)
  requireSize(size, 'first')
  const found = await read<ChangedRow>(sql => selectChanges(sql, sources[kind], after, size + 1))
  if (found.length > 0) await awaitDisk(database.owner)
  const rows = found.slice(0, size)
  const { loadNumber, id } = rows.at(-1) ?? after
  return { rows, end: { loadNumber, id }, hasMore: found.length > size }
}

/** Of one kind: loads write several kinds. */
export const writeChangeCursor = (kind: NodeKind, { loadNumber, id }: ChangePlace): string =>
  writeOpaque([kind, loadNumber, id])

/** @throws BAD_CURSOR when it is none of this kind. */
export function readChangeCursor(kind: NodeKind, text: string): ChangePlace {
  const [word, loadNumber, id] = readOpaque(text)
  if (word === kind && Number.isSafeInteger(loadNumber) && typeof id === 'string' && isUuid(id)) {
    return { loadNumber: loadNumber as number, id }
  }
  return fail(
    'BAD_CURSOR',
    'since',
    `This is no cursor of the changes of this kind`,
    'Send the cursor of the page before',
  )
}
