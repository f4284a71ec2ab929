import { useQuery } from '@apollo/client/react'
import { useEffect, useMemo, useRef } from 'react'
import { watchFigures } from '../graphql/changes.ts'
import { type Failure, failureOf } from '../graphql/failure.ts'
import {
  CatalogueDocument,
  ExploreDocument,
  type ExploreQuery,
  type ExploreQueryVariables,
} from '../graphql/generated/graphql.ts'
import type { Definition } from '../panels/explore/exploration.ts'

const refreshSeconds = 30

/** All metrics there are, in the reader's language. Null: they have not come. */
export function useCatalogue(language: 'NL' | 'EN'): {
  catalogue: readonly Definition[] | null
  failure: Failure | null
} {
  // Definitions have no id to be kept by: a drawer that asks one with other fields would take these away.
  const { data, error } = useQuery(CatalogueDocument, { variables: { language }, fetchPolicy: 'no-cache' })
  const failure = useMemo(() => (error ? failureOf(error) : null), [error])
  return { catalogue: data?.metricDefinitions ?? null, failure }
}

export type ExploreAnswer = {
  metrics: ExploreQuery['metrics']
  state: 'loading' | 'failed' | 'stale' | 'ready'
  failure: Failure | null
  retry: () => void
}

const none: ExploreQuery['metrics'] = []

/** The answer to a question, kept fresh. The last good answer stays when the server goes away, and is then `stale`. */
export function useExplore(variables: ExploreQueryVariables): ExploreAnswer {
  const { data, error, refetch } = useQuery(ExploreDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: refreshSeconds * 1000,
    skipPollAttempt: () => document.hidden,
  })
  const asked = JSON.stringify(variables)
  const good = useRef<{ asked: string; metrics: ExploreQuery['metrics'] } | null>(null)
  if (data && !error) good.current = { asked, metrics: data.metrics }
  const kept = good.current?.asked === asked ? good.current.metrics : null
  const failure = error ? failureOf(error) : null
  const isLive = kept !== null
  useEffect(() => (isLive ? watchFigures(refetch) : undefined), [isLive, refetch])
  return {
    metrics: kept ?? none,
    state: kept ? (failure ? 'stale' : 'ready') : failure ? 'failed' : 'loading',
    failure,
    retry: () => void refetch(),
  }
}
