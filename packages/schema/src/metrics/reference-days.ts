import { dayKinds, type ExposurePart, type GapPart, type Params } from '../facts/index.ts'
import { addDays, type Day, daysBetween, earlierDay } from '../time.ts'
import type { ReferenceRow, ReferenceWindow } from './reference.ts'

/**
 * A customer's day among days of brands that are taken together. `counts` (left out: true) is whether it meets the
 * question's filter; days that do not are still days before and after others.
 */
interface DayRow extends ReferenceRow {
  readonly day: Day
}
type Kind = keyof typeof dayKinds

const isOf = (row: DayRow, kind: Kind) => dayKinds[kind].some(flag => row[flag] === true)
const counts = (row: DayRow) => row['counts'] !== false

const place = (row: DayRow) =>
  [row.day, ...['segment', 'country', 'brand'].map(word => row[word] ?? '')].map(String).join('\u0001')
const byPlace = (left: DayRow, right: DayRow) => Buffer.compare(Buffer.from(place(left)), Buffer.from(place(right)))

/** Each customer's days, in the order in which they are counted. */
function customersOf(rows: readonly ReferenceRow[]): DayRow[][] {
  const byCustomer = Map.groupBy(rows as readonly DayRow[], row => row['customerId'])
  return [...byCustomer.values()].map(days => days.toSorted(byPlace))
}

/** A part of customers' days over plain rows, by its words alone. */
export function daysPart(
  part: GapPart | ExposurePart,
  rows: readonly ReferenceRow[],
  window: ReferenceWindow,
  params: Params,
): number {
  const days = part.days(params)
  const of = part.type === 'exposure' ? inBase(part, days) : ordering(part, days)
  return customersOf(rows).reduce((sum, customer) => sum + of(customer, window), 0)
}

/** How much one customer adds to a part. */
type Counted = (customer: readonly DayRow[], window: ReferenceWindow) => number

const one = (holds: boolean) => (holds ? 1 : 0)

function ordering(part: GapPart, days: number): Counted {
  if (part.type === 'until') return (customer, { to }) => one(orderDays(customer, to) >= (part.gap === 'buyer' ? 1 : 2))
  if (part.gap !== 'order') {
    return (customer, { from, to }) =>
      one(customer.some(row => isOf(row, part.gap as Kind) && counts(row) && row.day >= from && row.day < to))
  }
  return (customer, { from, to }) => {
    const firsts = customer.filter((row, at) => isOf(row, 'order') && !orderedOn(customer.slice(0, at), row.day))
    const gapOf = (at: number) =>
      at === 0 ? Number.POSITIVE_INFINITY : daysBetween(firsts[at - 1]?.day ?? '', firsts[at]?.day ?? '')
    return firsts.filter((row, at) => {
      const gap = gapOf(at)
      if (row.day < from || row.day >= to || !counts(row)) return false
      if (part.type === 'beyond') return gap > days
      if (gap <= daysBetween(from, row.day)) return false
      return part.type === 'returned' ? gap <= days : part.type === 'distinct' || (gap > days && at > 0)
    }).length
  }
}

const orderedOn = (rows: readonly DayRow[], day: Day) => rows.some(row => row.day === day && isOf(row, 'order'))

const orderDays = (customer: readonly DayRow[], before: Day) =>
  new Set(customer.filter(row => isOf(row, 'order') && counts(row) && row.day < before).map(({ day }) => day)).size

interface BaseEvent {
  row: DayRow
  churn: boolean
}

/** Base days and churns; on one day the base comes first. */
function eventsOf(customer: readonly DayRow[]): BaseEvent[] {
  const events = (churn: boolean) =>
    customer.filter(row => isOf(row, churn ? 'churn' : 'base')).map(row => ({ row, churn }))
  return [...events(false), ...events(true)].sort((left, right) =>
    left.row.day < right.row.day ? -1 : left.row.day > right.row.day ? 1 : 0,
  )
}

/** The last event before this day; null where the customer is not in the base on the day before it. */
function baseBefore(events: readonly BaseEvent[], day: Day, idleDays: number): DayRow | null {
  const last = events.findLast(({ row }) => row.day < day)
  if (!last || last.churn || daysBetween(last.row.day, day) > idleDays + 1) return null
  return last.row
}

function inBase({ of }: ExposurePart, idleDays: number): Counted {
  const isIn = (events: readonly BaseEvent[], before: Day) => {
    const row = baseBefore(events, before, idleDays)
    return row !== null && counts(row)
  }
  const lostBy = of === 'lost' ? lost : left
  return (customer, { from, to, today }) => {
    const events = eventsOf(customer)
    const end = earlierDay(to, addDays(today, 1))
    if (of === 'start') return one(isIn(events, from))
    if (of !== 'days') return lostBy(events, { from, end }, idleDays)
    const asked = Array.from({ length: Math.max(0, daysBetween(from, end)) }, (_, at) => addDays(from, at + 1))
    return asked.filter(before => isIn(events, before)).length
  }
}

interface Span {
  from: Day
  /** The day after the last one that has been. */
  end: Day
}

/** Base days that an idle time or a churn ended within the span. */
function left(events: readonly BaseEvent[], { from, end }: Span, idleDays: number): number {
  return events.filter(({ row, churn }, at) => {
    if (churn || !counts(row)) return false
    const next = events[at + 1]
    const idle = addDays(row.day, idleDays + 1)
    const leaves = next && next.row.day < idle ? (next.churn ? next.row.day : null) : idle
    return leaves !== null && leaves >= from && leaves < end
  }).length
}

/** The same, less who came back from idleness by its end, and with churns of those who were in the base when it began. */
function lost(events: readonly BaseEvent[], { from, end }: Span, idleDays: number): number {
  return events.filter(({ row, churn }, at) => {
    if (churn || !counts(row)) return false
    const next = events[at + 1]
    if (next && next.row.day < end) {
      return next.churn && next.row.day >= from && daysBetween(row.day, from) <= idleDays + 1
    }
    const idle = addDays(row.day, idleDays + 1)
    return idle >= from && idle < end
  }).length
}
