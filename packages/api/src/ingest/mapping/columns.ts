import type { MappingSpec, RecordSpec } from './spec.ts'
import type { ConditionSpec, ValueSpec } from './value-spec.ts'
import { placeholders } from './values.ts'
import { valuesOf, valuesOfMapping } from './walk.ts'

/** The columns of which an id is made. */
export function idColumns({ id }: RecordSpec): string[] {
  return id ? valuesOf(id, []).flatMap(([value]) => ownColumns(value)) : []
}

/** Every column that a mapping reads of its own file. */
export function columnsOf(spec: MappingSpec): string[] {
  const values = valuesOfMapping(spec).flatMap(([value]) => ownColumns(value))
  const records = spec.records.flatMap(({ each, when }) => [...(each ? [each.column] : []), ...conditionColumns(when)])
  const group = spec.group ? [spec.group.by] : []
  return [...new Set([...conditionColumns(spec.skip), ...group, ...records, ...values])]
}

/** The columns that tell what a record says, its conditions apart. */
export function contentColumns(record: RecordSpec): string[] {
  return Object.values(record.fields).flatMap(field => valuesOf(field, []).flatMap(([value]) => ownColumns(value)))
}

/** Without those of the values inside it. */
function ownColumns(spec: ValueSpec): string[] {
  return [
    ...(spec.column === undefined ? [] : [spec.column]),
    ...(spec.columns ?? []),
    ...placeholders(spec.template ?? ''),
    ...conditionColumns(spec.when),
  ]
}

function conditionColumns(specs: ConditionSpec[] | undefined): string[] {
  return (specs ?? []).map(spec => spec.column)
}
