import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { AnnotationsContext } from '../charts/annotations.ts'
import css from './Annotations.module.css'
import { useAnnotationOpener } from './useAnnotationOpener.ts'

/** What the numbers in the charts of a page stand for. Keeps its room, so that nothing moves when they come. */
export function AnnotationList({ className = '' }: { className?: string | undefined }) {
  const { t } = useTranslation()
  const annotations = useContext(AnnotationsContext)
  const { labelOf, open } = useAnnotationOpener()
  return (
    <ul className={`${css.list} ${className}`} aria-label={t('annotations.list')}>
      {annotations.map(annotation => (
        <li key={annotation.id}>
          <button
            type="button"
            className="figures"
            onClick={() => open(annotation.id)}
            aria-label={labelOf(annotation)}
            title={labelOf(annotation)}
          >
            <i>{annotation.number}</i>
            {annotation.name}
          </button>
        </li>
      ))}
    </ul>
  )
}
