import '../i18n/pages/annotations.ts'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '../charts/annotations.ts'
import { daysName } from '../format/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import { useDrawers } from '../routes/useDrawers.ts'

/** How an annotation is opened, and what the button that does so is called. */
export function useAnnotationOpener() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openAnnotation } = useDrawers()
  return {
    labelOf: ({ number, name, from, to }: Annotation) =>
      t('annotations.open', { number, name, days: daysName(from, to, language) }),
    open: openAnnotation,
  }
}
