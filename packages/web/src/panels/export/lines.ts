import type { TFunction } from 'i18next'
import '../../i18n/pages/export.ts'
import { moment, periodName } from '../../format/dates.ts'
import type { Language } from '../../format/figures.ts'
import { client } from '../../graphql/client.ts'
import { FilterValuesDocument } from '../../graphql/generated/graphql.ts'
import { dimensionOf } from '../../routes/dimension.ts'
import { filterFields, parseSearch, pickScope, readScope } from '../../routes/scope.ts'
import { type Standing, standingNow } from './shown.ts'

/** A line that goes along with whatever is saved: what it says, and the words for it. */
export type Line = readonly [label: string, text: string]

/** On what the page stands: its days, what they lie beside, its filters in full, its moment, and the way back to it. */
export async function standingLines(t: TFunction, language: Language): Promise<Line[]> {
  const standing = standingNow()
  const address: Line = [t('export.address'), location.href]
  if (!standing) return [[t('export.page'), document.title], address]
  return [
    [t('export.page'), document.title],
    [t('export.period'), periodName(standing.period, language)],
    [t('export.compared'), comparedWith(standing, t, language)],
    ...(await filterLines(standing, t, language)),
    [t('export.asOf'), moment(standing.asOf, language)],
    address,
  ]
}

function comparedWith({ compared }: Standing, t: TFunction, language: Language): string {
  if (compared === null) return t('export.nothing')
  return typeof compared === 'string' ? compared : periodName(compared, language)
}

async function filterLines({ period: { from, to } }: Standing, t: TFunction, language: Language): Promise<Line[]> {
  const { chosen } = readScope(pickScope(parseSearch(location.search))).scope
  const lines = filterFields.map(async (field): Promise<Line[]> => {
    const values = chosen[field] ?? []
    if (values.length === 0) return []
    const labels = await labelsOf(field, { from, to }, language)
    return [
      [t(`dimension.${field}`), values.map(value => labels.get(value) ?? (value || t('filters.unset'))).join(', ')],
    ]
  })
  const written = (await Promise.all(lines)).flat()
  return written.length > 0 ? written : [[t('export.filters'), t('export.none')]]
}

/** By what names the values of a field go; without an answer a value stands for itself. */
async function labelsOf(
  field: (typeof filterFields)[number],
  period: Standing['period'],
  language: Language,
): Promise<Map<string, string>> {
  const answer = await client
    .query({
      query: FilterValuesDocument,
      variables: { period, dimension: dimensionOf(field), language: language === 'nl' ? 'NL' : 'EN' },
    })
    .catch(() => null)
  const keys = answer?.data?.metrics[0]?.series.flatMap(series => series.keys) ?? []
  return new Map(keys.flatMap(({ value, label }) => (value === null ? [] : [[value, label] as const])))
}
