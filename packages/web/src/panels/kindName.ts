import { useTranslation } from 'react-i18next'
import type { DataWords } from '../i18n/pages/data.nl.ts'

type Kind = keyof DataWords['kinds']

/** The people's word for a kind of record, by its name in the path; one that we do not know yet by that name. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation()
  return kind => t(`data.kinds.${kind as Kind}`, { defaultValue: kind })
}
