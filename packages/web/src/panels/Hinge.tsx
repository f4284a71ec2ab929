import { useTranslation } from 'react-i18next'
import type { PageState } from '../findings/card.ts'
import { verdictOf } from '../findings/change.ts'
import { hingeName, hingeSentence, type Side, wingOf } from '../findings/hinge.ts'
import { exploredBy } from '../findings/metric.ts'
import type { Grain } from '../time/periods.ts'
import { ExploreLink } from './ExploreLink.tsx'
import css from './Hinge.module.css'
import { HingeGlyph } from './HingeGlyph.tsx'

type Props = { experience: Side; service: Side; last: boolean; state: PageState; grain: Grain; row: number }

/** What the two sides of a pair say together. */
export function Hinge({ experience, service, last, state, grain, row }: Props) {
  const { t } = useTranslation()
  const verdicts = [verdictOf(experience.metric), verdictOf(service.metric)] as const
  const name = hingeName(...verdicts)
  const unknown = name === 'notComparable'
  return (
    <div className={`${css.hinge} ${last ? css.last : ''}`} style={{ gridRow: row, gridColumn: 2 }}>
      <span className={css.glyph}>
        <HingeGlyph
          experience={unknown ? 'level' : wingOf(verdicts[0])}
          service={unknown ? 'level' : wingOf(verdicts[1])}
          unknown={unknown}
        />
      </span>
      {experience.metric ? (
        <>
          <div className={css.name}>{t(`hinge.name.${name}`)}</div>
          <p className={css.sentence}>
            {hingeSentence(experience, service, t).map(({ text, strong }) =>
              strong ? <b key={text}>{text}</b> : <span key={text}>{text}</span>,
            )}
          </p>
          <ExploreLink
            asked={{
              keys: [experience.key, service.key],
              grain,
              params: exploredBy(experience.metric, service.metric),
            }}
            of={`${t(`metric.${experience.key}.word`)}, ${t(`metric.${service.key}.word`)}`}
            className={css.link}
          >
            {t('pages.explore')} <span aria-hidden="true">›</span>
          </ExploreLink>
        </>
      ) : state === 'loading' ? (
        <>
          <i className={css.bar} style={{ width: 118 }} />
          <i className={css.bar} style={{ width: 176 }} />
          <i className={css.bar} style={{ width: 140 }} />
        </>
      ) : null}
    </div>
  )
}
