import { useTranslation } from 'react-i18next'
import type { Dimension } from '../graphql/generated/graphql.ts'
import { fieldOf } from '../routes/dimension.ts'

/** Says which of the page's filters a figure is not known by, in few words and in a sentence. Null: all of them hold. */
export function useUnfiltered(
  dimensions: readonly Dimension[] | undefined,
): { short: string; sentence: string } | null {
  const { t } = useTranslation()
  if (!dimensions || dimensions.length === 0) return null
  const names = dimensions.map(dimension => t(`dimension.${fieldOf(dimension)}`).toLocaleLowerCase()).join(', ')
  return {
    short: t('panel.unfiltered', { names }),
    sentence: t('panel.notFilteredBy', { count: dimensions.length, names }),
  }
}
