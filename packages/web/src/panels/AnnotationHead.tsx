import { useId, useMemo } from 'react'
import { discsOf, useMarks } from '../charts/annotations.ts'
import { Ground, Hatch } from '../charts/Ground.tsx'
import { AnnotationButton } from './AnnotationButton.tsx'
import css from './Annotations.module.css'

type Props = {
  lens: 'cx' | 'sv'
  /** Where the plot begins, and how wide it is, in px. */
  left: number
  plotWidth: number
  width: number
  height: number
}

/** What grounds stand under, in px from the top. */
const discsHeight = 32

/** What happened, numbered and named once over all rows of a leaf. */
export function AnnotationHead({ lens, left, plotWidth, width, height }: Props) {
  const marks = useMarks(lens)
  const discs = useMemo(
    () => discsOf(marks, plotWidth, { left, right: width - left - plotWidth }),
    [marks, plotWidth, left, width],
  )
  const hatch = useId()
  if (discs.length === 0) return null
  return (
    <div className={css.head}>
      <svg width={width} height={height} aria-hidden="true">
        <Hatch id={hatch} />
        {discs.map(({ id, at, until }) => (
          <Ground
            key={id}
            x={left + at * plotWidth}
            y={discsHeight}
            width={until === null ? null : (until - at) * plotWidth}
            height={height - discsHeight}
            hatch={hatch}
          />
        ))}
      </svg>
      {discs.map(disc => (
        <AnnotationButton
          key={disc.id}
          annotation={disc}
          named={disc.words !== null}
          className={`${css.disc} ${disc.words === 'left' ? css.leftward : ''}`}
          style={{ left: left + disc.x }}
        />
      ))}
    </div>
  )
}
