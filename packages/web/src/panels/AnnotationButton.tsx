import type { CSSProperties } from 'react'
import type { Annotation } from '../charts/annotations.ts'
import { daysName } from '../format/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import { useDrawers } from '../routes/useDrawers.ts'

type Props = {
  annotation: Annotation
  /** Whether there is room for its words beside the number. */
  named?: boolean
  className?: string
  style?: CSSProperties
}

/** The number of an annotation, and its words where there is room: opens all that is known of it. */
export function AnnotationButton({ annotation, named = true, className = '', style }: Props) {
  const { openAnnotation } = useDrawers()
  const { id, number, name, from, to } = annotation
  const days = daysName(from, to, useLanguage())
  return (
    <button
      type="button"
      className={`${className} figures`}
      {...(style && { style })}
      title={`${name}, ${days}`}
      onClick={() => openAnnotation(id)}
    >
      <i>{number}</i> <span className={named ? undefined : 'unseen'}>{name}</span>{' '}
      <span className="unseen">{days}</span>
    </button>
  )
}
