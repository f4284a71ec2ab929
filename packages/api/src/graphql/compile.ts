import {
  type DocumentNode,
  GraphQLScalarType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  visit,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'

/** An operation as a function of its root, context and variables, which graphql-js has coerced. */
export type Compiled = CompiledQuery['query']

/** Past this, fragments written out, a document takes long to compile and its code much room. */
const FIELDS_MAX = 500

/** The type of each variable in compiled code, which leaves it as graphql-js coerced it. */
const Coerced = new GraphQLScalarType({ name: 'Coerced' })

/**
 * Compiles valid operations of a schema; gives null for those that graphql-js must execute: mutations, which are not
 * worth it, and what the compiler would do otherwise than the specification says.
 */
export function compilerOf(schema: GraphQLSchema) {
  const compiling: GraphQLSchema = Object.create(schema, {
    getType: { value: (name: string) => (name === Coerced.name ? Coerced : schema.getType(name)) },
  })
  return (source: string, operation: OperationDefinitionNode): Compiled | null => {
    if (operation.operation !== 'query') return null
    // The compiler writes on what it reads, and the document is of others too.
    const document = parse(source)
    if (hasOddName(document) || fieldsOf(document, operation) > FIELDS_MAX) return null
    const found = compileQuery(compiling, withCoercedVariables(document), operation.name?.value, {
      useExperimentalPathBasedSkipInclude: true,
    })
    return isCompiledQuery(found) ? found.query : null
  }
}

export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
) {
  return getVariableValues(schema, operation.variableDefinitions ?? [], given).coerced ?? null
}

/** In compiled code an answer is an object literal, in which this name would be no key. */
function hasOddName(document: DocumentNode): boolean {
  let isOdd = false
  visit(document, {
    Field({ alias }) {
      isOdd ||= alias?.value === '__proto__'
    },
  })
  return isOdd
}

function fieldsOf({ definitions }: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, number>()
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => sum + countOne(selection), 0)
  const countOne = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return 1 + (selection.selectionSet ? count(selection.selectionSet) : 0)
    if (selection.kind === Kind.INLINE_FRAGMENT) return count(selection.selectionSet)
    const { value: name } = selection.name
    const fragment = definitions.find(one => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name)
    const fields =
      fragments.get(name) ?? (fragment?.kind === Kind.FRAGMENT_DEFINITION ? count(fragment.selectionSet) : 0)
    fragments.set(name, fields)
    return fields
  }
  return count(operation.selectionSet)
}

/** The compiler's own coercion does not end on inputs that hold themselves, and makes text of default instants. */
function withCoercedVariables(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition(definition) {
      // `@skip` and `@include` take nothing else.
      if (isBoolean(definition.type)) return undefined
      const type: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: Coerced.name } }
      return { ...definition, type, defaultValue: undefined }
    },
  })
}

function isBoolean(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isBoolean(type.type)
  return type.kind === Kind.NAMED_TYPE && type.name.value === 'Boolean'
}
