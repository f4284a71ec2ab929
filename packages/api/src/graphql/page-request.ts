import { fail } from '@tweeluik/schema'
import { checkMayAskFigures, may, type Viewer } from '../security/roles.ts'
import { type ConnectionArgs, RECORDS_DEFAULT, RECORDS_MAX, type Where } from './connection.inputs.ts'
import { type Cursor, readCursor } from './cursor.ts'
import type { Direction, Source } from './source.ts'
import { readWhere, withhold } from './where.ts'

/** One page of records, its arguments checked. */
export interface PageRequest {
  /** Its values as they stand in the table. */
  where: Where | null
  order: { field: string; direction: Direction }
  size: number
  /** Counted from the end. */
  backward: boolean
  after: Cursor | null
  before: Cursor | null
  seesPersonalData: boolean
}

/** @throws ProblemError that names the argument. */
export function pageRequest(source: Source, args: ConnectionArgs, viewer: Viewer): PageRequest {
  if (source.right === 'figures') checkMayAskFigures(viewer)
  else requireRows(viewer)
  const seesPersonalData = may(viewer, 'personalData')
  const withheld = seesPersonalData ? [] : source.personal
  const order = args.orderBy ?? source.defaultOrder
  if (withheld.includes(source.orders[order.field]?.column ?? '')) withhold('orderBy.field')
  return {
    where: args.where ? readWhere(source, args.where, withheld) : null,
    order: { field: order.field, direction: order.direction },
    ...sizeOf(args),
    after: args.after == null ? null : readCursor(source, order.field, args.after, 'after'),
    before: args.before == null ? null : readCursor(source, order.field, args.before, 'before'),
    seesPersonalData,
  }
}

function sizeOf({ first, last }: ConnectionArgs): { size: number; backward: boolean } {
  if (first != null && last != null) {
    fail('FIRST_AND_LAST', 'last', 'first and last cannot be asked together', 'Ask one of them')
  }
  const size = first ?? last ?? RECORDS_DEFAULT
  requireSize(size, last == null ? 'first' : 'last')
  return { size, backward: last != null }
}

/** @throws ROWS_WITHHELD for a role that sees no single records. */
export function requireRows(viewer: Viewer): void {
  if (may(viewer, 'rows')) return
  fail(
    'ROWS_WITHHELD',
    '',
    'Your role shows figures, not single records',
    'Ask with a token of role analyst or service',
  )
}

/** @throws OUT_OF_RANGE for a page that is too large. */
export function requireSize(size: number, path: 'first' | 'last'): void {
  if (size >= 0 && size <= RECORDS_MAX) return
  fail(
    'OUT_OF_RANGE',
    path,
    `${path} is ${size}; a page holds 0 to ${RECORDS_MAX}`,
    `Ask at most ${RECORDS_MAX}, and the next ones after its cursor`,
  )
}
