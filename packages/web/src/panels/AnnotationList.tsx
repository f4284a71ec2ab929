import '../i18n/pages/annotations.ts'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { AnnotationsContext } from '../charts/annotations.ts'
import { AnnotationButton } from './AnnotationButton.tsx'
import css from './Annotations.module.css'

/** What the numbers in the charts of a page stand for. Keeps its room, so that nothing moves when they come. */
export function AnnotationList({ className = '' }: { className?: string | undefined }) {
  const { t } = useTranslation()
  const annotations = useContext(AnnotationsContext)
  return (
    <ul className={`${css.list} ${className}`} aria-label={t('annotations.list')}>
      {annotations.map(annotation => (
        <li key={annotation.id}>
          <AnnotationButton annotation={annotation} />
        </li>
      ))}
    </ul>
  )
}
