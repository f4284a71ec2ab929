import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { type Compiled, coerceVariables, compilerOf } from './compile.ts'

const COMPILED_MAX = 100

/** A valid operation. */
export interface Asked {
  source: string
  document: DocumentNode
  /** Null: the request names none that is there. */
  operation: OperationDefinitionNode | null
  operationName: string | null
  variables: Readonly<Record<string, unknown>>
  context: object
}

export type Execute = (asked: Asked) => ExecutionResult | Promise<ExecutionResult>

/** What the specification says, as graphql-js does it. */
export function interpreting(schema: GraphQLSchema): Execute {
  return ({ document, operationName, variables, context }) =>
    execute({ schema, document, operationName, variableValues: variables, contextValue: context })
}

/** The same by code that is compiled for each operation and kept, where there can be such. */
export function compiling(schema: GraphQLSchema): Execute {
  const compile = compilerOf(schema)
  const interpret = interpreting(schema)
  const kept = new Map<string, Compiled | null>()
  return asked => {
    const { source, operation, variables, context } = asked
    if (!operation) return interpret(asked)
    const key = `${operation.name?.value ?? ''} ${source}`
    const known = kept.get(key)
    const compiled = known === undefined ? compile(source, operation) : known
    // The first of them is then the one that was not asked for longest.
    kept.delete(key)
    kept.set(key, compiled)
    if (kept.size > COMPILED_MAX) kept.delete(kept.keys().next().value ?? '')
    const coerced = compiled && coerceVariables(schema, operation, variables)
    return compiled && coerced ? compiled(undefined, context, coerced) : interpret(asked)
  }
}
