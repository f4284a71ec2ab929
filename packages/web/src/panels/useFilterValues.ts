import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { FilterValuesDocument } from '../graphql/generated/graphql.ts'
import { channelName, groupName } from '../i18n/channelName.ts'
import { dimensionOf } from '../routes/dimension.ts'
import type { FilterField } from '../routes/scope.ts'
import { useScope } from '../routes/useScope.ts'

export type FilterValue = { value: string; label: string; n: number | null }

/** The values that a field has among the contacts of the period, most frequent first, with the names they go by. */
export function useFilterValues(field: FilterField, wanted: boolean) {
  const { t } = useTranslation()
  const { period, language } = useScope()
  const { data, loading, error } = useQuery(FilterValuesDocument, {
    variables: { period, dimension: dimensionOf(field), language },
    skip: !wanted,
  })
  const found = (data?.metrics[0]?.series ?? []).flatMap(({ keys: [key], total }): FilterValue[] =>
    !key || key.other
      ? []
      : [
          {
            value: key.value ?? '',
            label: key.value === null ? t('filters.unset') : groupName({ ...key, dimension: dimensionOf(field) }, t),
            n: total.n,
          },
        ],
  )
  const labelOf = (value: string) =>
    found.find(one => one.value === value)?.label ??
    (value === '' ? t('filters.unset') : field === 'channel' ? channelName(value, t) : value)
  return { found, loading, failed: error !== undefined, labelOf }
}
