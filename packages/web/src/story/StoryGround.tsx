import { useTranslation } from 'react-i18next'
import { channelName } from '../i18n/channelName.ts'
import { yearsName } from './axis.ts'
import type { Layout } from './layout.ts'
import css from './Story.module.css'

type Props = { layout: Layout; width: number }

/** Both leaves with a line for each row, and the white hinge between them that carries the days. */
export function StoryGround({ layout, width }: Props) {
  return (
    <svg className={css.ground} width={width} height={layout.height} aria-hidden="true">
      <Leaves layout={layout} from={0} to={width - 20} width={width} />
    </svg>
  )
}

type NamesProps = Props & {
  said: string
  cost: string
  /** Whether events have gone beneath the names. */
  more: boolean
}

/** The names of the rows; they stay in sight while the story scrolls beneath them. */
export function StoryNames({ layout, width, said, cost, more }: NamesProps) {
  const { t } = useTranslation()
  const { axis, height, rows, scores } = layout
  return (
    <svg className={css.names} width={width} height={height} aria-hidden="true">
      <Leaves layout={layout} from={20} to={width} width={width} />
      {more && <Fade layout={layout} width={width} />}
      <text x="20" y="32" className={css.cxHead}>
        {said}
      </text>
      {scores && (
        <g className={css.scale} textAnchor="end">
          <text x={width - 12} y={scores.high + 4}>
            {t('story.high')}
          </text>
          <text x={width - 12} y={scores.low + 4}>
            {t('story.low')}
          </text>
        </g>
      )}
      {rows.map(({ lane, middle }) => (
        <text key={lane.key} x="20" y={middle + 4.5} className={css.row}>
          {'kind' in lane
            ? t(`story.lane.${lane.kind}`)
            : lane.key.startsWith('channel:')
              ? channelName(lane.word, t)
              : lane.word}
        </text>
      ))}
      <text x="20" y={axis.top + 23} className={css.years}>
        {yearsName(layout.places)}
      </text>
      <text x="20" y={height - 20} className={css.svHead}>
        {cost}
      </text>
    </svg>
  )
}

const fadePx = 28

/** What slides beneath the names pales first, so that nothing looks cut off. */
function Fade({ layout: { axis, height }, width }: Props) {
  const bands = [
    ['cx-leaf', 0, axis.top],
    ['sheet', axis.top, axis.bottom],
    ['sv-leaf', axis.bottom, height],
  ] as const
  return bands.map(([ground, top, bottom]) => (
    <g key={ground}>
      <linearGradient id={`story-fade-${ground}`}>
        <stop stopColor={`var(--${ground})`} />
        <stop offset="1" stopColor={`var(--${ground})`} stopOpacity="0" />
      </linearGradient>
      <rect x={width} y={top} width={fadePx} height={bottom - top} fill={`url(#story-fade-${ground})`} />
    </g>
  ))
}

function Leaves({ layout, from, to, width }: Props & { from: number; to: number }) {
  const { axis, height, rows, scores } = layout
  const firstHelp = rows.find(({ side }) => side === 'sv')
  return (
    <>
      <rect width={width} height={axis.top} fill="var(--cx-leaf)" />
      <rect y={axis.top} width={width} height={axis.bottom - axis.top} fill="var(--sheet)" />
      <rect y={axis.bottom} width={width} height={height - axis.bottom} fill="var(--sv-leaf)" />
      {scores &&
        from === 0 &&
        [scores.high, (scores.high + scores.low) / 2, scores.low].map(y => (
          <path key={y} d={`M0 ${y}H${to}`} stroke="var(--cx-rule)" />
        ))}
      {rows
        .filter(row => row !== firstHelp)
        .map(({ lane, side, top }) => (
          <path key={lane.key} d={`M${from} ${top}H${to}`} stroke={`var(--${side}-rule)`} />
        ))}
    </>
  )
}
