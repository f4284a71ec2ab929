import { annotations } from '@tweeluik/schema/tables'
import { DateFilter, IDFilter, StringFilter } from '../../graphql/filter.inputs.ts'
import { type RowOf, sourceOver } from '../../graphql/source.ts'
import { changeColumns, changeNeeds } from '../last-change/last-change.ts'
import { AnnotationLensFilter } from './annotation.words.ts'

export type AnnotationRow = RowOf<typeof annotations.$inferSelect, typeof annotationSource>

export const annotationSource = sourceOver<typeof annotations.$inferSelect>()({
  kind: 'annotation',
  typeName: 'Annotation',
  name: 'annotations',
  table: annotations,
  right: 'figures',
  columns: [
    'id',
    'source',
    'externalId',
    'brand',
    'name',
    'from',
    'to',
    'description',
    'department',
    'lens',
    ...changeColumns,
  ],
  personal: [],
  needs: changeNeeds,
  filters: {
    id: { column: 'id', type: IDFilter, ids: 'annotation' },
    brand: { column: 'brand', type: StringFilter },
    source: { column: 'source', type: StringFilter },
    externalId: { column: 'externalId', type: StringFilter },
    name: { column: 'name', type: StringFilter },
    from: { column: 'from', type: DateFilter },
    to: { column: 'to', type: DateFilter },
    department: { column: 'department', type: StringFilter },
    lens: { column: 'lens', type: AnnotationLensFilter },
  },
  orders: {
    FROM: { column: 'from' },
    NAME: { column: 'name' },
  },
  defaultOrder: { field: 'FROM', direction: 'desc' },
})
