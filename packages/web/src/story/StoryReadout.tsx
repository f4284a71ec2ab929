import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { sideOf } from './events.ts'
import type { Place } from './layout.ts'
import css from './Story.module.css'
import { type Telling, tell } from './telling.ts'

const widthPx = 264

type Props = { place: Place; telling: Telling; left: number; right: number }

/** What the event under the pointer or the keys says, beside it. Nothing in it is needed to read the story. */
export function StoryReadout({ place, telling, left, right }: Props) {
  const { t } = useTranslation()
  const { event, points } = place
  const { what, text, where, outcome } = tell(event, telling)
  const [first, last] = [points[0], points.at(-1) ?? points[0]]
  const beside = left + last.x + 24
  const x = beside + widthPx <= right + 16 ? beside : Math.max(8, left + first.x - 24 - widthPx)
  return (
    <div
      className={css.readout}
      style={{ left: x, top: Math.max(8, Math.min(first.y, last.y) - 40), width: widthPx }}
      aria-hidden="true"
    >
      <span className={css.when}>{moment(new Date(event.atMs).toISOString(), telling.language)}</span>
      <b className={css[sideOf(event)]}>{what}</b>
      {where && <span>{where}</span>}
      {text && (event.kind === 'answer' ? <q>{text}</q> : <span>{text}</span>)}
      {outcome && <span>{outcome}</span>}
      <small>{t('story.enter')}</small>
    </div>
  )
}
