import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { today } from '../time/days.ts'
import { comparisonOf, fittingGrain, type Grain, grainFor, perOf } from '../time/periods.ts'
import { daysOf, pickScope, readScope, type Scope, whereOf, writeScope } from './scope.ts'

/** What the page is about, as its address says: for the controls, and as variables for a question. */
export function useScope() {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const language = useLanguage()
  const on = today()
  // Which record or definition is open changes the address too, and asks nothing anew.
  const asText = JSON.stringify(pickScope(search))
  const read = useMemo(() => {
    const { scope, broken } = readScope(JSON.parse(asText))
    const period = daysOf(scope, on)
    return { scope, broken, period, where: whereOf(scope.chosen) }
  }, [asText, on])
  const meant: Grain = read.scope.grain ?? grainFor(read.period)
  const grain = fittingGrain(meant, read.period)
  const change = useCallback(
    (changed: Partial<Scope>) =>
      void navigate({
        to: '.',
        search: old => {
          const kept = Object.entries(old).filter(([name]) => !(name in pickScope(old)))
          return { ...Object.fromEntries(kept), ...writeScope({ ...readScope(pickScope(old)).scope, ...changed }) }
        },
        resetScroll: false,
      }),
    [navigate],
  )
  return {
    ...read,
    grain,
    /** The chosen grain, where the period is too long for it. */
    tooFine: grain === meant ? null : meant,
    comparison: comparisonOf(read.scope.against, grain),
    per: perOf(grain),
    language: language === 'nl' ? ('NL' as const) : ('EN' as const),
    change,
  }
}
