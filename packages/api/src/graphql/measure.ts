import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { type Sizes, sizesOf } from './sizes.ts'

export interface Measure {
  /** Values that the answer may hold at most: each field once per record that it may be asked of. */
  cost: number
  depth: number
  /** Fields that are given another name. */
  aliases: number
  introspects: boolean
}

/** Spread fragments can multiply a small document; past this it is measured no further and counts as endless. */
const FIELDS_MAX = 20_000

/**
 * Measures a valid operation with its variables known: a page size in a variable counts as what it is. Conditions
 * (`@include`, fragments on types) count as met. Null: its variables are wrong, so it will not be executed.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Measure | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (!coerced) return null
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const total: Measure = { cost: 0, depth: 0, aliases: 0, introspects: false }
  let fields = 0

  const walk = (set: SelectionSetNode, typeName: string | undefined, times: number, depth: number, sizes: Sizes) => {
    total.depth = Math.max(total.depth, depth)
    for (const selection of set.selections) {
      if (fields > FIELDS_MAX) return
      if (selection.kind === Kind.FIELD) {
        fields++
        enter(selection, typeName, times, depth, sizes)
        continue
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (fragment) walk(fragment.selectionSet, fragment.typeCondition?.name.value ?? typeName, times, depth, sizes)
    }
  }

  const enter = (node: FieldNode, typeName: string | undefined, times: number, depth: number, sizes: Sizes) => {
    const name = node.name.value
    if (node.alias) total.aliases++
    total.cost += times
    // What is in it touches no data; how deep it may go is for graphql's own rule.
    if (name === '__schema' || name === '__type') {
      total.introspects = true
      return
    }
    const type = typeName === undefined ? undefined : schema.getType(typeName)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    if (!field || !node.selectionSet) return
    const found = sizesOf(`${typeName}.${name}`, field, argumentsOf(field, node, coerced), sizes)
    total.cost += times * (found.weight ?? 0)
    walk(node.selectionSet, getNamedType(field.type).name, times * found.times, depth + 1, found.inside)
  }

  walk(operation.selectionSet, schema.getRootType(operation.operation)?.name, 1, 1, {})
  return fields > FIELDS_MAX ? { ...total, cost: Number.POSITIVE_INFINITY } : total
}

/** Arguments that cannot be read stop their field from being executed. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Record<string, unknown>) {
  try {
    return getArgumentValues(field, node, variables)
  } catch {
    return {}
  }
}
