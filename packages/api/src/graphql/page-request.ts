import { fail } from '@tweeluik/schema'
import { may, type Viewer } from '../security/roles.ts'
import { type ConnectionArgs, RECORDS_DEFAULT, RECORDS_MAX, type Where } from './connection.inputs.ts'
import { type Cursor, readCursor } from './cursor.ts'
import type { Comparison } from './filter.inputs.ts'
import type { Direction, Source } from './source.ts'

/** Conditions of one `where`, its groups counted too. */
const CONDITIONS_MAX = 200
const VALUES_MAX = 1_000

/** One page of records, its arguments checked. */
export interface PageRequest {
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
  if (!may(viewer, 'rows')) {
    fail(
      'ROWS_WITHHELD',
      '',
      'Your role shows figures, not single records',
      'Ask with a token of role analyst or service',
    )
  }
  const seesPersonalData = may(viewer, 'personalData')
  const withheld = seesPersonalData ? [] : source.personal
  const order = args.orderBy ?? source.defaultOrder
  if (withheld.includes(source.orders[order.field]?.column ?? '')) withhold('orderBy.field')
  const where = args.where ?? null
  if (where) checkWhere(source, where, withheld)
  return {
    where,
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
  if (size < 0 || size > RECORDS_MAX) {
    const path = last == null ? 'first' : 'last'
    fail(
      'OUT_OF_RANGE',
      path,
      `${path} is ${size}; a page holds 0 to ${RECORDS_MAX}`,
      `Ask at most ${RECORDS_MAX}, and the next ones after its endCursor`,
    )
  }
  return { size, backward: last != null }
}

function checkWhere(source: Source, root: Where, withheld: readonly string[]): void {
  let conditions = 0
  const check = (where: Where) => {
    for (const [name, condition] of Object.entries(where)) {
      if (condition == null) continue
      if (++conditions > CONDITIONS_MAX) {
        fail('FILTER_TOO_LARGE', 'where', `Holds more than ${CONDITIONS_MAX} conditions`, 'Use `in`, or ask in parts')
      }
      const field = source.filters[name]
      if (!field) for (const part of [condition].flat()) check(part as Where)
      else if (withheld.includes(field.column)) withhold(`where.${name}`)
      else checkComparison(condition as Comparison, `where.${name}`)
    }
  }
  check(root)
}

function checkComparison(comparison: Comparison, path: string): void {
  for (const [operator, operand] of Object.entries(comparison)) {
    if (operand === null) {
      fail(
        'NULL_COMPARED',
        `${path}.${operator}`,
        'Nothing compares with null',
        'Use isNull, or leave the operator out',
      )
    }
    if (Array.isArray(operand) && operand.length > VALUES_MAX) {
      fail('FILTER_TOO_LARGE', `${path}.${operator}`, `Holds more than ${VALUES_MAX} values`, 'Ask in parts')
    }
  }
}

function withhold(path: string): never {
  fail('PERSONAL_DATA', path, 'This is personal data, which your role does not see', 'Ask with a token of role service')
}
