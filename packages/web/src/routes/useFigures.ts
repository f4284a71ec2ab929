import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { useCallback, useEffect, useState } from 'react'
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

type Kept<Data> = { data: Data; at: Date }

const KEPT_MAX = 20
/** The last answers to each document, by its variables: a page that is come back to stands at once. */
const answers = new WeakMap<object, Map<string, Kept<unknown>>>()

function keep(document: object, asked: string, data: unknown): void {
  const kept = answers.get(document) ?? new Map<string, Kept<unknown>>()
  if (kept.get(asked)?.data === data) return
  kept.delete(asked)
  kept.set(asked, { data, at: new Date() })
  for (const oldest of [...kept.keys()].slice(0, -KEPT_MAX)) kept.delete(oldest)
  answers.set(document, kept)
}

/** The figures of a page, kept fresh. The last good answer to the same question stays when the server goes away: `stale`. */
export function useFigures<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { skip = false } = {},
): Figures<Data> {
  const [failing, setFailing] = useState(false)
  const { data, error, refetch } = useQuery<Data, OperationVariables>(document, {
    variables,
    skip,
    // Figures have no id: to take them apart into a cache and put them together again takes longer than to draw them.
    fetchPolicy: 'no-cache',
    pollInterval: (failing ? retrySeconds : refreshSeconds) * 1000,
    skipPollAttempt: () => window.document.hidden,
  })
  const asked = JSON.stringify(variables)
  if (data && !error) keep(document, asked, data)
  const kept = (answers.get(document)?.get(asked) ?? null) as Kept<Data> | null
  const failure = error ? failureOf(error) : null
  useEffect(() => setFailing(failure !== null), [failure !== null])
  useSignIn(failure)
  const retry = useCallback(() => void refetch(), [refetch])
  // Whoever was answered once may listen, whatever is asked next.
  const isLive = !skip && answers.has(document)
  useEffect(() => (isLive ? watchFigures(refetch) : undefined), [isLive, refetch])
  return {
    data: kept?.data ?? null,
    fetchedAt: kept?.at ?? null,
    state: kept ? (failure ? 'stale' : 'ready') : failure ? 'failed' : 'loading',
    failure,
    retry,
  }
}
