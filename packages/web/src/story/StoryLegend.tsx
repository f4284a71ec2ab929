import { useTranslation } from 'react-i18next'
import type { Customer } from './answer.ts'
import type { StoryEvent } from './events.ts'
import { ScoreShape } from './ScoreShape.tsx'
import css from './StoryLegend.module.css'

const order = ['TRANSACTIONAL_NPS', 'RELATIONAL_NPS', 'CES', 'CSAT', 'REVIEW'] as const

/** The questions that were answered, by the shape that stands for each. */
export function StoryLegend({ events, journeys }: { events: StoryEvent[]; journeys: Customer['journeys']['nodes'] }) {
  const { t } = useTranslation()
  const asked = order.flatMap(kind => {
    const found = events.find(event => event.kind === 'answer' && event.answer.answers === kind)
    return found?.kind === 'answer' ? [found.answer] : []
  })
  const trips = new Set(
    journeys.flatMap(({ map, outcome }) => (map ? [t(`story.journey.${outcome ?? 'open'}`, { name: map.name })] : [])),
  )
  if (asked.length + trips.size === 0) return null
  return (
    <div className={css.legend}>
      {asked.map(({ answers, scaleMin, scaleMax }) => (
        <span key={answers}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <ScoreShape kind={answers} />
          </svg>
          {t('story.scale', { name: t(`story.answer.${answers}`), from: scaleMin, to: scaleMax })}
        </span>
      ))}
      {trips.size > 0 && <span className={css.trips}>{[...trips].join(' · ')}</span>}
    </div>
  )
}
