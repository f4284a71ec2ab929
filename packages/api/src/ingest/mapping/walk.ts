import type { MappingSpec, RecordSpec } from './spec.ts'
import type { ValueSpec } from './value-spec.ts'

export type Path = (string | number)[]

/** A value, where it stands, and the values inside it. */
export function valuesOf(value: ValueSpec, path: Path): [ValueSpec, Path][] {
  const listed = (['join', 'plus', 'list'] as const).flatMap(key =>
    (value[key] ?? []).flatMap((item, index) => valuesOf(item, [...path, key, index])),
  )
  const named = Object.entries(value.object ?? {}).flatMap(([name, item]) => valuesOf(item, [...path, 'object', name]))
  const sought = value.lookup ? valuesOf(value.lookup.by, [...path, 'lookup', 'by']) : []
  return [[value, path], ...listed, ...named, ...sought]
}

function valuesOfRecord(record: RecordSpec, path: Path): [ValueSpec, Path][] {
  const fields = Object.entries(record.fields)
  return [
    ...(record.id ? valuesOf(record.id, [...path, 'id']) : []),
    ...fields.flatMap(([name, value]) => valuesOf(value, [...path, 'fields', name])),
  ]
}

/** Every value of a mapping. */
export function valuesOfMapping({ group, records }: MappingSpec): [ValueSpec, Path][] {
  const order = (group?.order ?? []).flatMap((value, index) => valuesOf(value, ['group', 'order', index]))
  return [...order, ...records.flatMap((record, index) => valuesOfRecord(record, ['records', index]))]
}
