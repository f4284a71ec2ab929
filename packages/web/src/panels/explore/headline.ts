import type { TFunction } from 'i18next'
import { figure, type Language, type Notation, unitOf } from '../../format/figures.ts'
import type { Dimension } from '../../graphql/generated/graphql.ts'
import { fieldOf } from '../../routes/dimension.ts'
import type { Definition, Exploration } from './exploration.ts'
import { type Answered, extremesOf, nameOf } from './rows.ts'

/** How a metric's figures are written: in its unit, and in the currency that was asked or is the organisation's. */
export function notationFor(
  { key, unit }: Answered['definition'],
  params: Exploration['params'],
  definitions: readonly Definition[],
  language: Language,
): Notation {
  const given = definitions.find(definition => definition.key === key)?.params.find(({ name }) => name === 'currency')
  return { unit: unitOf(unit), language, currency: params['currency'] ?? given?.default ?? 'EUR' }
}

/** `kanaal`, `kanaal en team`: by what it is split, as a sentence says it. */
export function splitName(groupBy: readonly Dimension[], t: TFunction): string {
  const [one, other] = groupBy.map(dimension => t(`dimension.${fieldOf(dimension)}`).toLowerCase())
  return one && other ? t('explore.and', { one, other }) : (one ?? '')
}

/** The page's one sentence: between which groups the first metric lies, or where the first two stand. */
export function headlineOf(
  metrics: readonly Answered[],
  { groupBy, params }: Exploration,
  definitions: readonly Definition[],
  language: Language,
  t: TFunction,
): string {
  const [first, second] = metrics
  const said = (metric: Answered, value: number | null) =>
    figure(value, notationFor(metric.definition, params, definitions, language))
  if (!first || first.total.value === null) return t('explore.none')
  const ends = extremesOf(first)
  if (ends) {
    return t('explore.headline.range', {
      name: first.definition.name,
      by: splitName(groupBy, t),
      low: said(first, ends.least.total.value),
      lowest: nameOf(ends.least.keys),
      high: said(first, ends.most.total.value),
      highest: nameOf(ends.most.keys),
    })
  }
  const name = first.definition.name
  const value = said(first, first.total.value)
  if (!second) return t('explore.headline.one', { name, value })
  const secondValue = said(second, second.total.value)
  return t('explore.headline.two', { name, value, second: second.definition.name, secondValue })
}
