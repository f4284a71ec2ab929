import type { ConditionSpec, MappingSpec, RecordSpec, ValueSpec } from './spec.ts'
import { placeholders } from './values.ts'

/** Every column that a mapping reads. */
export function columnsOf(spec: MappingSpec): string[] {
  const used = [...conditionColumns(spec.skip), ...spec.records.flatMap(recordColumns)]
  return [...new Set(used)]
}

/** The columns that tell what a record says, its conditions apart. */
export function contentColumns(record: RecordSpec): string[] {
  return Object.values(record.fields).flatMap(valueColumns)
}

function recordColumns(record: RecordSpec): string[] {
  return [...conditionColumns(record.when), ...valueColumns(record.id), ...contentColumns(record)]
}

function valueColumns(spec: ValueSpec): string[] {
  const inner = [...(spec.join ?? []), ...(spec.plus ?? []), ...(spec.list ?? []), ...Object.values(spec.object ?? {})]
  return [
    ...(spec.column === undefined ? [] : [spec.column]),
    ...(spec.columns ?? []),
    ...placeholders(spec.template ?? ''),
    ...conditionColumns(spec.when),
    ...inner.flatMap(valueColumns),
  ]
}

function conditionColumns(specs: ConditionSpec[] | undefined): string[] {
  return (specs ?? []).map(spec => spec.column)
}
