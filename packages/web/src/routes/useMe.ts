import { useQuery } from '@apollo/client/react'
import { type Failure, failureOf } from '../graphql/failure.ts'
import { MeDocument, type MeQuery } from '../graphql/generated/graphql.ts'

/** Who looks. Null: not known (yet). Without `ask` it is what another question found out. */
export function useMe({ ask = true } = {}): { me: MeQuery['me'] | null; failure: Failure | null; retry: () => void } {
  const { data, error, refetch } = useQuery(MeDocument, { fetchPolicy: ask ? 'cache-first' : 'cache-only' })
  return { me: data?.me ?? null, failure: error ? failureOf(error) : null, retry: () => void refetch() }
}
