import { sources } from './company.ts'
import type { DemoChunk } from './generate.ts'
import type { Sent } from './records.ts'

const RECORDS_PER_CHUNK = 25_000

/** All records of some customers. */
export class Block {
  readonly customers: Sent<'customers'>[] = []
  /** Customers as other systems know them. */
  readonly visitors: Sent<'customers'>[] = []
  readonly shoppers: Sent<'customers'>[] = []
  readonly orders: Sent<'orders'>[] = []
  readonly journeys: Sent<'journeys'>[] = []
  readonly interactions: Sent<'interactions'>[] = []
  readonly contacts: Sent<'contacts'>[] = []
  readonly events: Sent<'contact-events'>[] = []
  readonly surveys: Sent<'surveys'>[] = []
  readonly answers: Sent<'feedback'>[] = []
  readonly reviews: Sent<'quality-reviews'>[] = []
  readonly exposures: Sent<'exposures'>[] = []
}

/** In the order in which they are sent: what others refer to comes first. */
export function* chunksOf(block: Block): Generator<DemoChunk> {
  const { crm, shop, web, contactCentre, survey } = sources
  yield* cut('customers', crm, block.customers)
  yield* cut('customers', shop, block.shoppers)
  yield* cut('customers', web, block.visitors)
  yield* cut('orders', shop, block.orders)
  yield* cut('journeys', web, block.journeys)
  yield* cut('interactions', web, block.interactions)
  yield* cut('contacts', contactCentre, block.contacts)
  yield* cut('contact-events', contactCentre, block.events)
  yield* cut('surveys', survey, block.surveys)
  yield* cut('feedback', survey, block.answers)
  yield* cut('quality-reviews', contactCentre, block.reviews)
  yield* cut('exposures', shop, block.exposures)
}

function* cut(kind: DemoChunk['kind'], source: string, records: object[]): Generator<DemoChunk> {
  for (let at = 0; at < records.length; at += RECORDS_PER_CHUNK) {
    yield { kind, source, records: records.slice(at, at + RECORDS_PER_CHUNK) }
  }
}
