import { type Problem, ProblemError } from '@tweeluik/schema'
import { isDatabaseUnwell, isDiskFull } from '../db/connection-failure.ts'

/** A {@link ProblemError} that says its HTTP status. */
export class HttpProblem extends ProblemError {
  constructor(
    readonly status: number,
    problem: Problem,
  ) {
    super(problem)
  }
}

export function refuse(status: number, code: string, path: string, message: string, fix: string): never {
  throw new HttpProblem(status, { code, path, message, fix })
}

/** What a caller reads of any failure. `requestId` finds it in the log. */
export interface Fault extends Problem {
  requestId: string
}

export const SOMETHING_WENT_WRONG: Problem = {
  code: 'INTERNAL',
  path: '',
  message: 'Something went wrong on our side',
  fix: 'Try again; if it stays, give the request id to whoever runs this server',
}

/** Failures that the framework finds by itself, in our words. */
const frameworkProblems: Readonly<Record<string, readonly [status: number, problem: Problem]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [
    413,
    { code: 'BODY_TOO_LARGE', path: '', message: 'The body is larger than this path takes', fix: 'Send less at once' },
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    {
      code: 'UNSUPPORTED_MEDIA_TYPE',
      path: 'content-type',
      message: 'This path does not take such a content type',
      fix: 'Send application/json; the ingest door also takes application/x-ndjson and text/csv',
    },
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: [
    400,
    { code: 'BAD_JSON', path: '', message: 'The body is no valid JSON', fix: 'Send a JSON object in UTF-8' },
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: [
    400,
    { code: 'EMPTY_BODY', path: '', message: 'The body is empty', fix: 'Send a JSON object' },
  ],
}

export const BAD_REQUEST: Problem = {
  code: 'BAD_REQUEST',
  path: '',
  message: 'The request cannot be read',
  fix: 'Compare it with the documentation',
}

/** While the database is unwell nothing is lost: what was accepted is in it, and what was not is sent again. */
const DATABASE_AWAY: Problem = {
  code: 'DATABASE_AWAY',
  path: '',
  message: 'The database does not answer',
  fix: 'Send it again after the seconds of Retry-After, records under the same Idempotency-Key',
}

const DISK_FULL: Problem = {
  ...DATABASE_AWAY,
  code: 'DISK_FULL',
  message: 'The disk of the database is full',
  fix: 'Let whoever runs this server make room, then send it again; all that was accepted is safe',
}

/** What to answer to a failure, and whether it is ours: then it belongs in the log, and nothing of it in the answer. */
export function judgeFailure(error: unknown): { status: number; problem: Problem; ours: boolean } {
  if (error instanceof ProblemError) {
    return { status: error instanceof HttpProblem ? error.status : 400, problem: error.problem, ours: false }
  }
  const { code, statusCode } = facts(error)
  const known = code === undefined ? undefined : frameworkProblems[code]
  if (known) return { status: known[0], problem: known[1], ours: false }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { status: statusCode, problem: BAD_REQUEST, ours: false }
  }
  if (isDatabaseUnwell(error)) {
    return { status: 503, problem: isDiskFull(error) ? DISK_FULL : DATABASE_AWAY, ours: true }
  }
  return { status: 500, problem: SOMETHING_WENT_WRONG, ours: true }
}

function facts(error: unknown): { code?: string; statusCode?: number } {
  if (!(error instanceof Error)) return {}
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
  }
}
