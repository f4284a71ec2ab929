import { useApolloClient } from '@apollo/client/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { PageState } from '../findings/card.ts'
import { type Metric, pointsOf } from '../findings/metric.ts'
import { MeDocument, MorePairsDocument, OverviewDocument, type OverviewQuery } from '../graphql/generated/graphql.ts'
import { comparisonOf, type Grain, grainFor, perOf, readableGrain } from '../time/periods.ts'
import { type Figures, useFigures } from './useFigures.ts'
import { useScope } from './useScope.ts'

export type OverviewAnswer = Figures<OverviewQuery> & {
  metrics: Metric[]
  /** How those stand that are drawn: the first pairs may be here while more of them are asked. */
  pairsState: PageState
  grain: Grain
  /** The grain that held too little to read. Null: what is drawn is what was meant. */
  steppedUpFrom: Grain | null
}

const none: Metric[] = []

/** The figures of the Overview, of the first pairs or of all. Without a chosen grain by the finest that reads well, and by a coarser one where that holds too little. */
export function useOverview(all: boolean): OverviewAnswer {
  const { scope, period, where, language, grain: fitting } = useScope()
  const [stepped, setStepped] = useState<{ period: string; grain: Grain } | null>(null)
  const periodKey = `${period.from}/${period.to}`
  const finest = grainFor(period)
  const grain = scope.grain === null && stepped?.period === periodKey ? stepped.grain : fitting
  const asked = { period, grain, comparison: comparisonOf(scope.against, grain), per: perOf(grain), where, language }
  const answer = useFigures(OverviewDocument, asked)
  const more = useFigures(MorePairsDocument, asked, { skip: !all })
  const me = answer.data?.me
  const client = useApolloClient()
  useEffect(() => {
    // Others find out who asks by what the first page has asked already.
    if (me) client.writeQuery({ query: MeDocument, data: { me } })
  }, [client, me])
  const first = answer.data?.metrics ?? none
  const others = (all && more.data?.metrics) || none
  const metrics = useMemo(() => [...first, ...others], [first, others])
  const readable = scope.grain === null && answer.data ? readableGrain(grain, finest, sizesOf(first), period) : grain
  const isSettled = readable === grain
  useEffect(() => {
    if (!isSettled) setStepped({ period: periodKey, grain: readable })
  }, [readable, isSettled, periodKey])
  const retry = useCallback(() => {
    answer.retry()
    if (all) more.retry()
  }, [answer.retry, more.retry, all])
  const state = isSettled ? answer.state : answer.failure ? 'failed' : 'loading'
  return {
    ...answer,
    state,
    pairsState: all && state === 'ready' ? more.state : state,
    retry,
    metrics: isSettled ? metrics : none,
    grain,
    steppedUpFrom: scope.grain === null && grain !== finest ? finest : null,
  }
}

/** What each bucket holds, over the cards that count answers, orders or contacts. */
const sizesOf = (metrics: Metric[]): number[] =>
  metrics.flatMap(metric =>
    pointsOf(metric).flatMap(({ partial, value }) => (partial || value.n === null ? [] : [value.n])),
  )
