import type { ApolloServerPlugin } from '@apollo/server'
import { type Problem, ProblemError } from '@tweeluik/schema'
import { GraphQLError, OperationTypeNode } from 'graphql'
import type { Given } from '../context.ts'
import { may } from '../security/roles.ts'
import { type Measure, measure } from './measure.ts'
import { nestingOfDocument, nestingOfValue } from './nesting.ts'

export const TOKENS_MAX = 5_000
export const DOCUMENT_BYTES_MAX = 262_144
const DEPTH_MAX = 12
/** Past it, functions that call themselves would run out of stack; no question comes near. */
const NESTING_MAX = 100
const ALIASES_MAX = 100
/** An answer of so many values is some ten megabytes, and takes the server a second or two. */
const COST_MAX = 250_000

const READS_NONE: Problem = {
  code: 'ROLE_WITHOUT_RIGHT',
  path: '',
  message: 'Your role changes records and reads none',
  fix: 'Send a mutation, or use a token of another role',
}

const BY_STREAM: Problem = {
  code: 'SUBSCRIPTION_BY_STREAM',
  path: 'query',
  message: 'This path answers once, and takes no subscriptions',
  fix: 'Send it to POST /graphql/stream with accept: text/event-stream',
}

/** Refuses an operation before anything of it is executed. */
export const limits: ApolloServerPlugin<Given> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        const measured = operation && measure(schema, document, operation, request.variables ?? {})
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) refuseOperation(BY_STREAM)
        if (!measured) return
        const reads = operation.operation !== OperationTypeNode.MUTATION
        if (reads && !may(contextValue.viewer, 'figures')) refuseOperation(READS_NONE, 403)
        const problem = excess(measured, contextValue)
        if (problem) refuseOperation(problem)
      },
    }
  },
}

/** Refuses a request that nothing can safely look into, before anything does. */
export function checkNesting(body: unknown): void {
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: unknown }
  const depths = {
    query: typeof query === 'string' ? nestingOfDocument(query) : 0,
    variables: nestingOfValue(variables),
  }
  for (const [path, depth] of Object.entries(depths)) {
    if (depth <= NESTING_MAX) continue
    const message = `${path} is ${depth} levels deep; ${NESTING_MAX} is the limit`
    refuseOperation({ code: 'TOO_DEEP', path, message, fix: 'Ask in parts, or with fewer levels' })
  }
}

function refuseOperation(problem: Problem, status = 400): never {
  const extensions = { http: { status } }
  throw new GraphQLError(problem.message, { originalError: new ProblemError(problem), extensions })
}

function excess({ cost, depth, aliases, introspects }: Measure, { viewer }: Given): Problem | null {
  const problem = (code: string, message: string, fix: string) => ({ code, path: '', message, fix })
  if (introspects && !may(viewer, 'rows')) {
    return problem('INTROSPECTION_WITHHELD', 'Your role does not read the schema', 'Read schema.graphql of the project')
  }
  if (depth > DEPTH_MAX) {
    return problem('TOO_DEEP', `The document is ${depth} levels deep; ${DEPTH_MAX} is the limit`, 'Ask in parts, by id')
  }
  if (aliases > ALIASES_MAX) {
    return problem(
      'TOO_MANY_ALIASES',
      `The document has ${aliases} aliases; ${ALIASES_MAX} is the limit`,
      'Ask several metrics by `keys`, several records by `nodes`',
    )
  }
  if (cost > COST_MAX) {
    return problem(
      'TOO_COSTLY',
      `The answer could hold ${cost} values; ${COST_MAX} is the limit`,
      'Ask a smaller first, a shorter period or a coarser grain',
    )
  }
  return null
}
