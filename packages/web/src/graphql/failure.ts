import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

/**
 * Why an answer did not come. `offline`: nobody answered; `signIn`: the server does not know the reader;
 * `refused`: it answered, but not with figures. `code`, `message` and `fix` are the server's words for it; null: it gave none.
 */
export type Failure = {
  kind: 'offline' | 'signIn' | 'refused'
  code: string | null
  message: string | null
  fix: string | null
  requestId: string | null
}

const unsaid = { code: null, message: null, fix: null }

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { message, extensions: { code, fix, requestId } = {} } = error.errors[0] ?? {}
    return {
      kind: code === 'UNAUTHENTICATED' ? 'signIn' : 'refused',
      code: textOf(code),
      message: textOf(message),
      fix: textOf(fix),
      requestId: textOf(requestId),
    }
  }
  if (ServerError.is(error)) {
    const requestId = textOf(error.response.headers.get('x-request-id'))
    if (error.statusCode === 401) return { kind: 'signIn', ...unsaid, requestId }
    return { kind: error.statusCode >= 502 && error.statusCode <= 504 ? 'offline' : 'refused', ...unsaid, requestId }
  }
  return { kind: 'offline', ...unsaid, requestId: null }
}
