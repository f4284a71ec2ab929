import { contactEvents } from '@tweeluik/schema/tables'
import { BooleanFilter, DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { ContactEventTypeFilter } from './contact-event.words.ts'

export type ContactEventRow = RowOf<typeof contactEvents.$inferSelect, typeof contactEventSource>

export const contactEventSource = sourceOver<typeof contactEvents.$inferSelect>()({
  kind: 'contact-event',
  typeName: 'ContactEvent',
  name: 'contactEvents',
  table: contactEvents,
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'contactId',
    'at',
    'type',
    'channel',
    'team',
    'agent',
    'reopened',
    'segment',
    'country',
  ],
  personal: ['agent'],
  needs: { contact: ['contactId'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'contact-event' },
    contact: { column: 'contactId', type: IDFilter, ids: 'contact' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    at: { column: 'at', type: DateTimeFilter },
    type: { column: 'type', type: ContactEventTypeFilter },
    channel: { column: 'channel', type: StringFilter },
    team: { column: 'team', type: StringFilter },
    agent: { column: 'agent', type: StringFilter },
    reopened: { column: 'reopened', type: BooleanFilter },
    segment: { column: 'segment', type: StringFilter },
    country: { column: 'country', type: StringFilter },
  },
  orders: {
    AT: { column: 'at' },
  },
  defaultOrder: { field: 'AT', direction: 'asc' },
})
