import { fail } from '@tweeluik/schema'
import { type AnyFact, facts, type Part } from '@tweeluik/schema/facts'
import { nParts, sharedBy } from '@tweeluik/schema/metrics'
import type { Context } from '../context.ts'
import { isUuid } from '../graphql/global-id.ts'
import { readOpaque, writeOpaque } from '../graphql/opaque.ts'
import type { Viewer } from '../security/roles.ts'
import { scopeBrands } from './day-scope.ts'
import type { Opening } from './figure.ts'
import { askedOf } from './filter.ts'
import { type RecordPart, selectRecords } from './records.queries.ts'

const RECORDS_MAX = 500

/** Which record a row opens into. */
export type RecordKind = NonNullable<AnyFact['spec']['record']>['kind']

export interface FoundRecord extends Place {
  kind: RecordKind
}

export interface RecordPage {
  records: readonly { kind: RecordKind; id: string }[]
  hasNextPage: boolean
  /** Null: an empty page. */
  startCursor: string | null
  endCursor: string | null
}

/** Where a page ends: newest first, then by id, so that it stays right when records come and go before it. */
export interface Place {
  day: string
  /** In seconds of Unix time; 0 where only the day is known. */
  moment: number
  id: string
  /** Of several rows of that record, which one; else empty. */
  row: string
}

/**
 * The records that a figure counts, as many as its n, newest first.
 *
 * @throws BAD_CURSOR, OUT_OF_RANGE
 */
export async function recordsOf(
  { read, viewer }: Pick<Context, 'read' | 'viewer'>,
  opening: Opening,
  first: number,
  after: string | null,
): Promise<RecordPage> {
  if (first < 0 || first > RECORDS_MAX) {
    fail('OUT_OF_RANGE', 'first', `${first} is not from 0 to ${RECORDS_MAX}`, `Send 0 to ${RECORDS_MAX}`)
  }
  const place = after === null ? null : readPlace(after)
  const parts = partsOf(opening, viewer)
  const asked = { parts, opening, limit: first + 1, after: place }
  // A filter may leave nothing that n adds.
  const rows = parts.length === 0 ? [] : await read<FoundRecord>(sql => selectRecords(sql, asked))
  const page = rows.slice(0, first)
  return {
    records: page.map(({ kind, id }) => ({ kind, id })),
    hasNextPage: rows.length > first,
    startCursor: cursorOf(page.at(0)),
    endCursor: cursorOf(page.at(-1)),
  }
}

const cursorOf = (place: Place | undefined) =>
  place ? writeOpaque([place.day, place.moment, place.id, place.row]) : null

/** The parts that n adds: no row is in two of them. */
function partsOf({ asked, filter }: Opening, viewer: Viewer): RecordPart[] {
  return nParts(asked.metric, asked.params).map(name => {
    const part = asked.metric.parts[name]
    if (!part || !hasRecords(part)) throw new Error(`${asked.metric.key} counts no records by ${name}`)
    const { spec } = facts[part.fact as keyof typeof facts]
    const shared = sharedBy(asked.metric, name)
    const own = shared ? askedOf({ all: [filter] }, shared) : filter
    return { part, spec, filter: own, brands: spec.perBrandAndAll ? scopeBrands(own, viewer) : null }
  })
}

const hasRecords = (part: Part) =>
  part.type === 'exposure'
    ? part.of === 'start' || part.of === 'left'
    : ['count', 'beyond', 'distinct', 'returned', 'resurrected', 'until', 'spending', 'people'].includes(part.type)

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ROW = /^[\w .:+-]{0,100}$/

function readPlace(cursor: string): Place {
  const [day, moment, id, row] = readOpaque(cursor)
  if (
    typeof day !== 'string' ||
    typeof moment !== 'number' ||
    typeof id !== 'string' ||
    typeof row !== 'string' ||
    !DAY.test(day) ||
    Number.isNaN(Date.parse(day)) ||
    !isUuid(id) ||
    !ROW.test(row)
  ) {
    fail('BAD_CURSOR', 'after', 'This is no cursor of this list', 'Send an endCursor that the same figure gave')
  }
  return { day, moment, id, row }
}
