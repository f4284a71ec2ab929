import { calendars } from '@tweeluik/schema/tables'
import { DateTimeFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'

export type CalendarRow = RowOf<typeof calendars.$inferSelect, typeof calendarSource>

export const calendarSource = sourceOver<typeof calendars.$inferSelect>()({
  kind: 'calendar',
  typeName: 'Calendar',
  name: 'calendars',
  table: calendars,
  columns: ['id', 'source', 'externalId', 'brand', 'team', 'zone', 'hours', 'holidays', 'from', ...changeColumns],
  personal: [],
  needs: { ...changeNeeds, holidayCountry: ['holidays'], hours: ['hours'], holidays: ['holidays'] },
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'calendar' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    team: { column: 'team', type: StringFilter },
    from: { column: 'from', type: DateTimeFilter },
  },
  orders: {
    FROM: { column: 'from' },
  },
  defaultOrder: { field: 'FROM', direction: 'desc' },
})
