import type { RecordKind } from '@tweeluik/schema/records'
import { wholeRecords } from '../contract/whole-records.ts'

type Sent = Readonly<Record<string, unknown>>

/** In an order in which each finds what it refers to. */
export const kinds = Object.keys(wholeRecords) as RecordKind[]

const FIRST_DAY_MS = Date.UTC(1960, 0, 1)
const BEGINS_MS = Date.UTC(2026, 5, 1)

/** Rates of one team, or of one day, would overlap each other. */
const apart: Partial<Record<RecordKind, (place: number) => Sent>> = {
  'cost-rates': place => ({ team: `team ${place}` }),
  'exchange-rates': place => ({ day: new Date(FIRST_DAY_MS + place * 86_400_000).toISOString().slice(0, 10) }),
}

const idOf = (kind: RecordKind, place: number) =>
  place === 0 ? wholeRecords[kind]['id'] : `${wholeRecords[kind]['id']} ${place}`
const minute = (number: number) => new Date(BEGINS_MS + number * 60_000).toISOString()

const record = (kind: RecordKind, place: number, number: number, fields: Sent = {}): Sent => ({
  ...wholeRecords[kind],
  ...apart[kind]?.(place),
  id: idOf(kind, place),
  updatedAt: minute(number),
  ...fields,
})

/** The story as it begins: a record of each kind that tells all, and one beside it. */
export const firstBatch = (kind: RecordKind): Sent[] => [0, 1].map(place => record(kind, place, 0))

/** How it goes on: one record changes and moves with all that hangs on it, one goes, one comes, and one is no record. */
export const nextBatch = (kind: RecordKind, number: number): Sent[] => [
  record(kind, 0, number, { brand: number % 2 === 0 ? 'north' : 'south' }),
  { id: idOf(kind, number), deletedAt: minute(number), updatedAt: minute(number) },
  record(kind, number + 1, number),
  { id: '' },
]
