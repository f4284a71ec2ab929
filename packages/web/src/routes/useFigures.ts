import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import type { PageState } from '../findings/card.ts'
import { watchFigures } from '../graphql/changes.ts'
import { type Failure, failureOf } from '../graphql/failure.ts'
import { useSignIn } from './useSignIn.ts'

const refreshSeconds = 30
/** How long after a failure the figures are asked again. */
export const retrySeconds = 10

/** How an answer stands, whatever it says. */
export type Answer = {
  state: PageState
  failure: Failure | null
  retry: () => void
}

export type Figures<Data> = Answer & {
  /** Null while nothing has come for what is asked. */
  data: Data | null
  /** When `data` came. */
  fetchedAt: Date | null
}

/** The figures of a page, kept fresh. The last good answer to the same question stays when the server goes away: `stale`. */
export function useFigures<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Figures<Data> {
  const [failing, setFailing] = useState(false)
  const good = useRef<{ asked: string; data: Data; at: Date } | null>(null)
  const { data, error, refetch } = useQuery<Data, OperationVariables>(document, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: (failing ? retrySeconds : refreshSeconds) * 1000,
    skipPollAttempt: () => window.document.hidden,
  })
  const asked = JSON.stringify(variables)
  if (data && !error && (good.current?.data !== data || good.current.asked !== asked)) {
    good.current = { asked, data: data as Data, at: new Date() }
  }
  const kept = good.current?.asked === asked ? good.current : null
  const failure = error ? failureOf(error) : null
  useEffect(() => setFailing(failure !== null), [failure !== null])
  useSignIn(failure)
  const isLive = kept !== null
  useEffect(() => (isLive ? watchFigures(refetch) : undefined), [isLive, refetch])
  return {
    data: kept?.data ?? null,
    fetchedAt: kept?.at ?? null,
    state: kept ? (failure ? 'stale' : 'ready') : failure ? 'failed' : 'loading',
    failure,
    retry: () => void refetch(),
  }
}
