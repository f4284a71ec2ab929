import { useQuery } from '@apollo/client/react'
import { useEffect, useRef, useState } from 'react'
import type { PageState } from '../findings/card.ts'
import { type Metric, pointsOf } from '../findings/metric.ts'
import { watchFigures } from '../graphql/changes.ts'
import { type Failure, failureOf } from '../graphql/failure.ts'
import { OverviewDocument, type OverviewQuery } from '../graphql/generated/graphql.ts'
import { comparisonOf, type Grain, grainFor, perOf, readableGrain } from '../time/periods.ts'
import { useScope } from './useScope.ts'

const refreshSeconds = 30
export const retrySeconds = 10

export type OverviewAnswer = {
  metrics: Metric[]
  grain: Grain
  steppedUpFrom: Grain | null
  state: PageState
  failure: Failure | null
  fetchedAt: Date | null
  retry: () => void
}

const none: Metric[] = []

/**
 * The figures of a view, kept fresh. The last good answer stays when the server goes away, and is then `stale`.
 * Without a chosen grain it takes the finest that reads well, and a coarser one when that holds too little.
 */
export function useOverview(): OverviewAnswer {
  const { scope, period, where, language } = useScope()
  const [stepped, setStepped] = useState<{ period: string; grain: Grain } | null>(null)
  const periodKey = `${period.from}/${period.to}`
  const finest = grainFor(period)
  const grain = scope.grain ?? (stepped?.period === periodKey ? stepped.grain : finest)
  const variables = {
    period,
    grain,
    comparison: comparisonOf(scope.against, grain),
    per: perOf(grain),
    where,
    language,
  }
  const good = useRef<{ asked: string; data: OverviewQuery; at: Date } | null>(null)
  const [failing, setFailing] = useState(false)
  const { data, error, refetch } = useQuery(OverviewDocument, {
    variables,
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
    pollInterval: (failing ? retrySeconds : refreshSeconds) * 1000,
    skipPollAttempt: () => document.hidden,
  })
  const asked = JSON.stringify(variables)
  if (data && !error && (good.current?.data !== data || good.current.asked !== asked)) {
    good.current = { asked, data, at: new Date() }
  }
  const kept = good.current?.asked === asked ? good.current : null
  const failure = error ? failureOf(error) : null

  useEffect(() => setFailing(failure !== null), [failure !== null])

  const isLive = kept !== null
  useEffect(() => (isLive ? watchFigures(refetch) : undefined), [isLive, refetch])

  const shown = kept?.data.metrics ?? none
  const readable = scope.grain === null && kept ? readableGrain(grain, finest, sizesOf(shown), period) : grain
  useEffect(() => {
    if (readable !== grain) setStepped({ period: periodKey, grain: readable })
  }, [readable, grain, periodKey])

  const settled = kept !== null && readable === grain
  return {
    metrics: settled ? shown : none,
    grain,
    steppedUpFrom: scope.grain === null && grain !== finest ? finest : null,
    state: settled ? (failure ? 'stale' : 'ready') : failure ? 'failed' : 'loading',
    failure,
    fetchedAt: kept?.at ?? null,
    retry: () => void refetch(),
  }
}

/** What each bucket holds, over all cards that count answers, orders or contacts. */
const sizesOf = (metrics: Metric[]): number[] =>
  metrics.flatMap(metric =>
    pointsOf(metric).flatMap(({ partial, value }) => (partial || value.n === null ? [] : [value.n])),
  )
