import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

/**
 * Why an answer did not come. `offline`: nobody answered; `signIn`: the server does not know the reader;
 * `refused`: it answered, but not with figures. `code` is the server's word for it; null: it gave none.
 */
export type Failure = { kind: 'offline' | 'signIn' | 'refused'; code: string | null; requestId: string | null }

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const { code, requestId } = error.errors[0]?.extensions ?? {}
    return { kind: code === 'UNAUTHENTICATED' ? 'signIn' : 'refused', code: textOf(code), requestId: textOf(requestId) }
  }
  if (ServerError.is(error)) {
    const requestId = textOf(error.response.headers.get('x-request-id'))
    if (error.statusCode === 401) return { kind: 'signIn', code: null, requestId }
    return { kind: error.statusCode >= 502 && error.statusCode <= 504 ? 'offline' : 'refused', code: null, requestId }
  }
  return { kind: 'offline', code: null, requestId: null }
}
