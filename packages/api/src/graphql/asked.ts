import {
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { sources } from '../entities/sources.ts'
import type { NodeKind, Source } from './source.ts'

/** Which columns of a source a request reads of every row, so that whoever read a row has all that others need of it. */
export type ColumnsAsked = (source: Source) => readonly string[]

export const everyColumn: ColumnsAsked = source => source.columns

const found = new WeakMap<DocumentNode, ColumnsAsked>()

/** The columns for all fields that a valid document asks anywhere, whether conditions on them are met or not. */
export function columnsAsked(schema: GraphQLSchema, document: DocumentNode): ColumnsAsked {
  const known = found.get(document) ?? findColumns(schema, document)
  found.set(document, known)
  return known
}

function findColumns(schema: GraphQLSchema, document: DocumentNode): ColumnsAsked {
  const needed = new Map<Source, Set<string>>()
  const need = (source: Source, column: string) => needed.set(source, (needed.get(source) ?? new Set()).add(column))
  for (const [type, names] of fieldsAsked(schema, document)) {
    const source = Object.values(sources).find(({ typeName }) => typeName === type.name)
    if (!source) continue
    for (const name of names) {
      const needs = needsOf(source, type, name)
      if (!needs) return everyColumn
      for (const column of needs) {
        const [kind, ofOther] = column.split('.')
        if (ofOther) need(sources[kind as NodeKind], ofOther)
        else need(source, column)
      }
    }
  }
  return source => source.columns.filter(column => column === 'id' || needed.get(source)?.has(column))
}

/** Null: it may need anything. */
function needsOf(source: Source, type: GraphQLObjectType, name: string): readonly string[] | null {
  const field = type.getFields()[name]
  if (!field || name === 'id') return []
  const declared = source.needs?.[name]
  if (declared) return declared
  if (!field.resolve) return [name]
  return getNamedType(field.type).name.endsWith('Connection') ? ['id'] : null
}

function fieldsAsked(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<GraphQLObjectType, Set<string>> {
  const asked = new Map<GraphQLObjectType, Set<string>>()
  const info = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name }) {
        const parent = info.getParentType()
        const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : isObjectType(parent) ? [parent] : []
        for (const type of types) asked.set(type, (asked.get(type) ?? new Set()).add(name.value))
      },
    }),
  )
  return asked
}
