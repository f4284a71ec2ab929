import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PageState } from '../findings/card.ts'
import { verdictOf } from '../findings/change.ts'
import { hingeName, hingeSentence, type Side, wingOf } from '../findings/hinge.ts'
import { pickScope } from '../routes/scope.ts'
import css from './Hinge.module.css'
import { HingeGlyph } from './HingeGlyph.tsx'

type Props = { experience: Side; service: Side; last: boolean; state: PageState; row: number }

/** What the two sides of a pair say together. */
export function Hinge({ experience, service, last, state, row }: Props) {
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
      {state === 'failed' ? null : state === 'loading' ? (
        <>
          <i className={css.bar} style={{ width: 118 }} />
          <i className={css.bar} style={{ width: 176 }} />
          <i className={css.bar} style={{ width: 140 }} />
        </>
      ) : (
        <>
          <div className={css.name}>{t(`hinge.name.${name}`)}</div>
          <p className={css.sentence}>
            {hingeSentence(experience, service, t).map(({ text, strong }) =>
              strong ? <b key={text}>{text}</b> : <span key={text}>{text}</span>,
            )}
          </p>
          <Link
            to="/explore"
            search={old => ({ ...pickScope(old), metrics: [experience.key, service.key].join() })}
            className={css.link}
            data-on-screen-only
            aria-label={`${t('pages.explore')}: ${t(`metric.${experience.key}.word`)}, ${t(`metric.${service.key}.word`)}`}
          >
            {t('pages.explore')} <span aria-hidden="true">›</span>
          </Link>
        </>
      )}
    </div>
  )
}
