import { ProblemError } from '@tweeluik/schema'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { SOMETHING_WENT_WRONG } from '../security/faults.ts'
import { TOKENS_MAX } from './limits.ts'

/** Failures of the document or its variables: their message tells the asker what to change, and nothing else. */
const askersOwn: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'Correct the document',
  GRAPHQL_VALIDATION_FAILED: 'Compare the document with the schema',
  BAD_USER_INPUT: 'Compare the variables with the schema',
  OPERATION_RESOLUTION_FAILURE: 'Send one operation, or say its name',
  BAD_REQUEST: 'Send {"query": "..", "variables": {..}} as application/json',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the document itself',
}

/** What the parser says of a document that goes past our limit. */
const TOO_LONG = /more tha[nt] \d+ tokens/

/** What a caller may read of a failure. `report` gets each fault of ours as it was. */
export function maskError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  requestId: string,
  report: (fault: unknown) => void,
): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted
  const cause = causeOf(thrown)
  if (cause instanceof ProblemError) {
    const { problem } = cause
    const told = { code: problem.code, path: problem.path, fix: problem.fix, requestId }
    return { message: problem.message, locations, path, extensions: told }
  }
  const code = String(extensions?.['code'])
  if (code === 'GRAPHQL_PARSE_FAILED' && TOO_LONG.test(message)) {
    const told = {
      code: 'DOCUMENT_TOO_LONG',
      path: 'query',
      fix: 'Send values in variables, or ask in parts',
      requestId,
    }
    return { message: `The document has more than ${TOKENS_MAX} words and signs`, locations, extensions: told }
  }
  const fix = cause === thrown || cause instanceof GraphQLError ? askersOwn[code] : undefined
  if (fix !== undefined) return { message, locations, path, extensions: { code, path: '', fix, requestId } }
  report(cause)
  const told = { code: SOMETHING_WENT_WRONG.code, path: '', fix: SOMETHING_WENT_WRONG.fix, requestId }
  return { message: SOMETHING_WENT_WRONG.message, locations, path, extensions: told }
}

function causeOf(thrown: unknown): unknown {
  return thrown instanceof GraphQLError && thrown.originalError ? causeOf(thrown.originalError) : thrown
}
