import { memo } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { iconOf } from './icons.ts'
import { type Label, lineHeightOf } from './labels.ts'
import { type Layout, type Place, type Point, relationSegments } from './layout.ts'
import { radiusOf } from './obstacles.ts'
import { ScoreShape } from './ScoreShape.tsx'
import css from './Story.module.css'
import { StoryAxis } from './StoryAxis.tsx'
import { scoreAlone } from './telling.ts'

type Props = {
  layout: Layout
  labels: Label[]
  /** What of the plot is drawn, in its own px; the rest is out of sight. */
  from: number
  to: number
}

/** The thread and all that hangs on it, as far as it is in sight. */
export const StoryMarks = memo(function StoryMarks({ layout, labels, from, to }: Props) {
  const { places, threads, switches, axis, height } = layout
  const within = (left: number, right = left) => right >= from && left <= to
  const inSight = <P extends Piece>(pieces: P[]) => pieces.filter(piece => within(piece.from.x, piece.to.x))
  const seen = places.flatMap((place, index) =>
    within(place.points[0].x, place.points.at(-1)?.x) ? [{ place, index }] : [],
  )
  return (
    <svg
      className={css.marks}
      style={{ left: from }}
      width={to - from}
      height={height}
      viewBox={`${from} 0 ${to - from} ${height}`}
      aria-hidden="true"
    >
      <defs>
        <linearGradient id="story-thread" gradientUnits="userSpaceOnUse" x1="0" y1={axis.top} x2="0" y2={axis.bottom}>
          <stop offset="0" stopColor="var(--cx)" />
          <stop offset="1" stopColor="var(--sv)" />
        </linearGradient>
      </defs>
      <g className={css.thread} stroke="url(#story-thread)">
        {inSight(threads).map(thread => (
          <path key={thread.from.x} d={curve(thread)} className={thread.silent ? css.silent : undefined} />
        ))}
        {inSight(switches).map(change => (
          <path key={change.from.x} d={curve(change)} />
        ))}
      </g>
      <StoryAxis layout={layout} from={from} to={to} />
      <g className={css.switch}>
        {inSight(switches).map(change => (
          <path key={change.from.x} d={straight(change)} />
        ))}
      </g>
      <g className={css.relation}>
        {inSight(relationSegments(places)).map(segment => (
          <path key={segment.from.x} d={straight(segment)} />
        ))}
      </g>
      {seen.map(({ place, index }) => (
        <Mark key={place.event.key} place={place} index={index} />
      ))}
      {labels
        .filter(({ x }) => within(x - 300, x + 300))
        .map(label => (
          <LabelText key={`${label.key}/${label.tone}`} label={label} />
        ))}
    </svg>
  )
})

type Piece = { from: Point; to: Point }

const straight = ({ from, to }: Piece): string => `M${from.x} ${from.y}L${to.x} ${to.y}`

/** Level at both ends and steepest halfway: a thread, not a graph. */
function curve({ from, to }: Piece): string {
  const middle = (from.x + to.x) / 2
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
}

function Mark({ place, index }: { place: Place; index: number }) {
  const language = useLanguage()
  const { event, points } = place
  if (event.kind === 'answer') {
    const [{ x, y }] = points
    return (
      <g data-event={index} transform={`translate(${x} ${y})`}>
        <rect x="-12" y="-26" width="24" height="36" fill="transparent" />
        <ScoreShape kind={event.answer.answers} />
        <text y="-12" className={css.score}>
          {scoreAlone(event.answer.score, language)}
        </text>
      </g>
    )
  }
  const side = event.kind === 'contact' ? 'sv' : 'cx'
  // A contact that the company began is none that the customer needed.
  const filled = event.kind === 'order' || (event.kind === 'contact' && event.contact.initiatedBy !== 'COMPANY')
  return (
    <g data-event={index}>
      {points.map(({ x, y }, at) => {
        const Icon = iconOf(event, event.kind === 'contact' ? event.channels[at] : undefined)
        return (
          <g key={x} transform={`translate(${x} ${y})`}>
            <circle
              r={radiusOf(event)}
              fill={filled ? `var(--${side})` : `var(--${side}-leaf)`}
              stroke={`var(--${side})`}
              strokeWidth="1.75"
              strokeDasharray={event.kind === 'visit' && event.unnoticed ? '2.6 2.4' : undefined}
            />
            <Icon
              x={-7.2}
              y={-7.2}
              size={14.4}
              stroke={2.4}
              color={filled ? `var(--${side}-leaf)` : `var(--${side}-text)`}
            />
          </g>
        )
      })}
    </g>
  )
}

function LabelText({ label: { x, y, align, lines, fontSize, tone, strong } }: { label: Label }) {
  return (
    <text
      className={`${css.label} ${css[tone]}`}
      x={x}
      y={y}
      textAnchor={align}
      fontSize={fontSize}
      paintOrder="stroke"
      stroke={tone === 'sv' ? 'var(--sv-leaf)' : 'var(--cx-leaf)'}
    >
      {lines.map((line, index) => (
        <tspan
          key={line}
          x={x}
          dy={index === 0 ? undefined : lineHeightOf(fontSize)}
          className={strong && index === 0 ? css.strong : undefined}
        >
          {line}
        </tspan>
      ))}
    </text>
  )
}
