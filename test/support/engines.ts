import { type GraphQLSchema, getOperationAST, parse, validate } from 'graphql'
import { expect } from 'vitest'
import { createContext } from '../../packages/api/src/context.ts'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { columnsAsked } from '../../packages/api/src/graphql/asked.ts'
import { compilerOf } from '../../packages/api/src/graphql/compile.ts'
import { compiling, type Execute, interpreting } from '../../packages/api/src/graphql/execution.ts'
import { createSchema } from '../../packages/api/src/graphql/schema.ts'
import { askerOf } from './asker.ts'

export interface Answers {
  /** Whether there is code for the document, so that the two were not made by the same engine. */
  isCompiled: boolean
  /** As it is sent, except that errors are not masked. */
  compiled: string
  /** By graphql-js, to which every column was read. */
  interpreted: string
}

/** Gives the answers to a valid document of the engine that serves, and of the one that the specification knows. */
export async function openEngines(database: Database) {
  const schema: GraphQLSchema = await createSchema()
  return async (source: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answers> => {
    const document = parse(source)
    expect(validate(schema, document)).toEqual([])
    const operation = getOperationAST(document) ?? null
    const answer = async (execute: Execute, columns = columnsAsked(schema, document)) => {
      const context = createContext({ ...askerOf(database), requestId: 'test' }, columns)
      const asked = { source, document, operation, operationName: null, variables, context }
      const { errors, data } = await execute(asked)
      return JSON.stringify({ errors, data })
    }
    return {
      isCompiled: operation !== null && compilerOf(schema)(source, operation) !== null,
      compiled: await answer(compiling(schema)),
      interpreted: await answer(interpreting(schema), source => source.columns),
    }
  }
}
