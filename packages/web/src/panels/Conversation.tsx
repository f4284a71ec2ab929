import { IconShoppingBag } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { timeOfDay } from '../format/dates.ts'
import { duration } from '../format/figures.ts'
import { channelName } from '../i18n/channelName.ts'
import { useLanguage } from '../i18n/language.ts'
import type { Purchase } from '../story/events.ts'
import { type Talk, type TalkMark, type TalkPart, ticksOf } from '../story/talk.ts'
import { moneyText } from '../story/telling.ts'
import css from './Conversation.module.css'
import { useWidth } from './frame.ts'

const height = 128
const bar = { top: 46, height: 34 }
/** Room for the order at the end of its line. */
const endRoom = 36
/** What a letter takes at 12 px; enough to know whether two names would meet. */
const letterPx = 6

/** One contact minute by minute: hatched while waiting, pale in writing, full while speaking, open while wrapping up. */
export function Conversation({ talk, order }: { talk: Talk; order: Purchase | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [box, width] = useWidth<HTMLDivElement>()
  const hatch = useId().replaceAll(':', '')
  const toMs = Math.max(order?.atMs ?? talk.toMs, talk.toMs)
  const x = (ms: number) => ((ms - talk.fromMs) / Math.max(1, toMs - talk.fromMs)) * Math.max(0, width - endRoom)
  const clock = (ms: number) => timeOfDay(new Date(ms), language)
  const nameOf = (part: TalkPart) =>
    part.kind === 'talk'
      ? `${channelName(part.channel, t)} ${duration((part.toMs - part.fromMs) / 1000)}`
      : t(part.kind === 'waiting' ? 'story.talk.waited' : 'story.talk.wrap', {
          time: duration((part.toMs - part.fromMs) / 1000),
        })
  const summary = t('story.talk.summary', {
    from: clock(talk.fromMs),
    to: clock(talk.toMs),
    parts: talk.parts.map(nameOf).join(', '),
  })
  return (
    <div ref={box} className={css.box}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={summary} className={css.drawing}>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0V5" stroke="var(--sv)" strokeWidth="1.5" />
          </pattern>
          {ticksOf(talk.fromMs, toMs, width < 600 ? 4 : 8).map(ms => (
            <g key={ms}>
              <path d={`M${x(ms)} 34V92`} stroke="var(--sv-rule)" />
              <text x={x(ms)} y="112" className={css.tick}>
                {clock(ms)}
              </text>
            </g>
          ))}
          {order && <path d={`M${x(talk.toMs)} ${bar.top + bar.height / 2}H${x(order.atMs)}`} className={css.onward} />}
          {talk.parts.map(part => (
            <Part
              key={part.fromMs}
              part={part}
              from={x(part.fromMs)}
              to={x(part.toMs)}
              name={nameOf(part)}
              hatch={hatch}
            />
          ))}
          <Marks marks={talk.marks} x={x} width={width} waitedSeconds={talk.waitedSeconds} />
          {order && (
            <g transform={`translate(${x(order.atMs)} ${bar.top + bar.height / 2})`}>
              <circle r="13" fill="var(--cx)" />
              <IconShoppingBag x={-7.2} y={-7.2} size={14.4} stroke={2.4} color="var(--cx-leaf)" />
              <text x="30" y="-25" className={css.amount}>
                {moneyText(order.order.amount, language)}
              </text>
            </g>
          )}
        </svg>
      )}
    </div>
  )
}

function Part({
  part,
  from,
  to,
  name,
  hatch,
}: {
  part: TalkPart
  from: number
  to: number
  name: string
  hatch: string
}) {
  const spoken = part.kind === 'talk' && ['phone', 'video'].includes(part.channel)
  const fill =
    part.kind === 'waiting'
      ? `url(#${hatch})`
      : part.kind === 'wrap'
        ? 'var(--sv-leaf)'
        : spoken
          ? 'var(--sv)'
          : 'var(--sv-soft)'
  const width = Math.max(2, to - from - 2)
  return (
    <>
      <rect
        x={from + 1}
        y={bar.top}
        width={width}
        height={bar.height}
        rx="4"
        fill={fill}
        stroke="var(--sv)"
        strokeWidth={spoken ? 0 : 1.25}
      />
      {part.kind === 'talk' && name.length * letterPx + 12 < width && (
        <text
          x={(from + to) / 2}
          y={bar.top + 22}
          className={css.part}
          fill={spoken ? 'var(--sv-leaf)' : 'var(--sv-text)'}
        >
          {name}
        </text>
      )}
    </>
  )
}

/** What happened on the way, as far as the names find room beside each other. */
function Marks({
  marks,
  x,
  width,
  waitedSeconds,
}: {
  marks: TalkMark[]
  x: (ms: number) => number
  width: number
  waitedSeconds: number
}) {
  const { t } = useTranslation()
  const words = (mark: TalkMark) => {
    if (mark.kind === 'switched')
      return t('story.talk.switched', { channel: channelName(mark.channel, t).toLocaleLowerCase() })
    if (mark.kind !== 'answered') return t(`story.talk.${mark.kind}`)
    const time = duration(waitedSeconds)
    return mark.agent ? t('story.talk.answered', { agent: mark.agent, time }) : t('story.talk.answeredAlone', { time })
  }
  let taken = 0
  return (
    <>
      {marks.map(mark => {
        const at = x(mark.atMs)
        const text = words(mark)
        const length = text.length * letterPx
        const middle = Math.min(Math.max(at, length / 2), width - length / 2)
        const left = [middle - length / 2, at].find(start => start >= taken && start + length <= width)
        if (left !== undefined) taken = left + length + 10
        return (
          <g key={`${mark.kind}${mark.atMs}`}>
            <path d={`M${at} 32V${bar.top}`} stroke="var(--ink-3)" />
            {left !== undefined && (
              <text x={left + length / 2} y="24" className={css.mark}>
                {text}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}
