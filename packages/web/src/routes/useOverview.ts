import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { type Metric, pointsOf } from '../findings/metric.ts'
import { MeDocument, OverviewDocument, type OverviewQuery } from '../graphql/generated/graphql.ts'
import { comparisonOf, type Grain, grainFor, perOf, readableGrain } from '../time/periods.ts'
import { type Figures, useFigures } from './useFigures.ts'
import { useScope } from './useScope.ts'

export type OverviewAnswer = Figures<OverviewQuery> & {
  metrics: Metric[]
  grain: Grain
  /** The grain that held too little to read. Null: what is drawn is what was meant. */
  steppedUpFrom: Grain | null
}

const none: Metric[] = []

/** The figures of the Overview. Without a chosen grain by the finest that reads well, and by a coarser one where that holds too little. */
export function useOverview(): OverviewAnswer {
  const { scope, period, where, language, grain: fitting } = useScope()
  const [stepped, setStepped] = useState<{ period: string; grain: Grain } | null>(null)
  const periodKey = `${period.from}/${period.to}`
  const finest = grainFor(period)
  const grain = scope.grain === null && stepped?.period === periodKey ? stepped.grain : fitting
  const answer = useFigures(OverviewDocument, {
    period,
    grain,
    comparison: comparisonOf(scope.against, grain),
    per: perOf(grain),
    where,
    language,
  })
  const me = answer.data?.me
  const client = useApolloClient()
  useEffect(() => {
    // Others find out who asks by what the first page has asked already.
    if (me) client.writeQuery({ query: MeDocument, data: { me } })
  }, [client, me])
  const metrics = answer.data?.metrics ?? none
  const readable = scope.grain === null && answer.data ? readableGrain(grain, finest, sizesOf(metrics), period) : grain
  const isSettled = readable === grain
  useEffect(() => {
    if (!isSettled) setStepped({ period: periodKey, grain: readable })
  }, [readable, isSettled, periodKey])
  return {
    ...answer,
    ...(!isSettled && { state: answer.failure ? 'failed' : 'loading' }),
    metrics: isSettled ? metrics : none,
    grain,
    steppedUpFrom: scope.grain === null && grain !== finest ? finest : null,
  }
}

/** What each bucket holds, over all cards that count answers, orders or contacts. */
const sizesOf = (metrics: Metric[]): number[] =>
  metrics.flatMap(metric =>
    pointsOf(metric).flatMap(({ partial, value }) => (partial || value.n === null ? [] : [value.n])),
  )
