import { journeys } from '@tweeluik/schema/tables'
import { DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { JourneyOutcomeFilter } from './journey.words.ts'

export type JourneyRow = RowOf<typeof journeys.$inferSelect, typeof journeySource>

export const journeySource = sourceOver<typeof journeys.$inferSelect>()({
  kind: 'journey',
  typeName: 'Journey',
  name: 'journeys',
  table: journeys,
  columns: [
    'id',
    'customerId',
    'source',
    'externalId',
    'brand',
    'journeyMapId',
    'startedAt',
    'endedAt',
    'outcome',
    'segment',
    'country',
  ],
  personal: [],
  needs: { map: ['journeyMapId'], customer: ['customerId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'journey' },
    customer: { column: 'customerId', type: IDFilter, ids: 'customer' },
    map: { column: 'journeyMapId', type: IDFilter, ids: 'journey-map' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    startedAt: { column: 'startedAt', type: DateTimeFilter },
    endedAt: { column: 'endedAt', type: DateTimeFilter },
    outcome: { column: 'outcome', type: JourneyOutcomeFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    STARTED_AT: { column: 'startedAt' },
    ENDED_AT: { column: 'endedAt', nullable: true },
  },
  defaultOrder: { field: 'STARTED_AT', direction: 'desc' },
})
