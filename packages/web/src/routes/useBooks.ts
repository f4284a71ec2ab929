import { useQuery } from '@apollo/client/react'
import { type Failure, failureOf } from '../graphql/failure.ts'
import { BooksDocument, type BooksQuery } from '../graphql/generated/graphql.ts'

const POLL_MS = 10_000

export type BooksAnswer = {
  /** The last good answer stays while the next one is fetched. Null: none has come, or none may. */
  books: BooksQuery | null
  /** `role`: this is not for the reader's role. Null: nothing is wrong. */
  refusal: 'role' | 'failed' | null
  failure: Failure | null
  retry: () => void
}

/** What came in by the door, asked again every now and then: deliveries come by themselves. */
export function useBooks(): BooksAnswer {
  const { data, previousData, error, refetch } = useQuery(BooksDocument, {
    fetchPolicy: 'no-cache',
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  })
  const failure = error ? failureOf(error) : null
  const role = failure?.code === 'ROLE_WITHOUT_RIGHT'
  return {
    books: role ? null : (data ?? previousData ?? null),
    refusal: failure && (role ? 'role' : 'failed'),
    failure,
    retry: () => void refetch(),
  }
}
