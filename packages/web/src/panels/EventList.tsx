import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { count } from '../format/figures.ts'
import { useLanguage } from '../i18n/language.ts'
import { type Side, type StoryEvent, sideOf } from '../story/events.ts'
import { iconOf } from '../story/icons.ts'
import { ScoreShape } from '../story/ScoreShape.tsx'
import { type Telling, tell } from '../story/telling.ts'
import css from './EventList.module.css'
import page from './Page.module.css'
import segments from './segments.module.css'

type Props = {
  events: StoryEvent[]
  telling: Telling
  /** Null: both. */
  side: Side | null
  onSide: (side: Side | null) => void
  onOpen: (event: StoryEvent) => void
}

/** Rows a reader takes in before asking for more; a page of thousands would be slow and no use. */
const rowsAtOnce = 60

/** The story as rows, in the order in which it happened: the latest of them, and earlier ones on request. */
export function EventList({ events, telling, side, onSide, onOpen }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [most, setMost] = useState(rowsAtOnce)
  const ofSide = side === null ? events : events.filter(event => sideOf(event) === side)
  const shown = ofSide.slice(-most)
  return (
    <section className={`${page.sheet} ${css.list}`} aria-labelledby="in-order">
      <header className={css.head}>
        <h2 id="in-order">{t('story.list.title')}</h2>
        <SegmentedControl
          size="sm"
          withItemsBorders={false}
          aria-label={t('story.list.side')}
          value={side ?? 'all'}
          onChange={picked => onSide(picked === 'cx' || picked === 'sv' ? picked : null)}
          data={[
            { value: 'all', label: t('story.list.all') },
            { value: 'cx', label: t('lens.CX') },
            { value: 'sv', label: t('lens.SERVICE') },
          ]}
          classNames={segments}
        />
        <span className="figures">
          {t('story.list.count', { shown: count(shown.length, language), total: count(events.length, language) })}
        </span>
      </header>
      {shown.length < ofSide.length && (
        <button type="button" className={`${page.act} ${css.more}`} onClick={() => setMost(most + rowsAtOnce)}>
          {t('story.list.more')}
        </button>
      )}
      {shown.length === 0 ? (
        <p className={css.none}>{t('story.list.none')}</p>
      ) : (
        <table className={`${css.table} figures`}>
          <thead>
            <tr>
              {(['when', 'what', 'where', 'source', 'outcome'] as const).map(column => (
                <th key={column} scope="col" className={css[column]}>
                  {t(`story.list.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(event => (
              <Row key={event.key} event={event} telling={telling} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ event, telling, onOpen }: { event: StoryEvent } & Pick<Props, 'telling' | 'onOpen'>) {
  const { what, text, where, outcome } = tell(event, telling)
  return (
    <tr>
      <td className={css.when}>{moment(new Date(event.atMs).toISOString(), telling.language)}</td>
      <td className={css.what}>
        <div className={css.event}>
          <Sign event={event} />
          <div>
            <button type="button" onClick={() => onOpen(event)}>
              {what}
            </button>
            {text && <p>{text}</p>}
          </div>
        </div>
      </td>
      <td className={css.where}>{where}</td>
      <td className={css.source}>{event.source}</td>
      <td className={css.outcome}>{outcome}</td>
    </tr>
  )
}

/** The icon of its node, or the shape of its score. */
function Sign({ event }: { event: StoryEvent }) {
  if (event.kind === 'answer') {
    return (
      <svg width="16" height="16" viewBox="-9.5 -9.5 19 19" aria-hidden="true">
        <ScoreShape kind={event.answer.answers} />
      </svg>
    )
  }
  const Icon = iconOf(event)
  return <Icon size={16} stroke={1.75} aria-hidden="true" className={css[sideOf(event)]} />
}
