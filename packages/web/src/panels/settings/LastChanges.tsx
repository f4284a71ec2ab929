import { useTranslation } from 'react-i18next'
import { moment } from '../../format/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import page from '../Page.module.css'
import css from './settings.module.css'
import { type LastChange, useChangeWords } from './useLastChanges.ts'

/** Who last changed what of a section, and when. Null: on its way. */
export function LastChanges({ changes }: { changes: readonly LastChange[] | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { whatOf, whoOf } = useChangeWords()
  return (
    <section className={`${page.sheet} ${css.changes} figures`} aria-busy={!changes}>
      <h3>{t('settings.changes.title')}</h3>
      {changes?.length === 0 && <p>{t('settings.changes.none')}</p>}
      <ol>
        {changes?.map(change => (
          <li key={`${change.kind} ${change.id} ${change.at} ${change.deleted}`}>
            {t(change.deleted ? 'settings.changes.gone' : 'settings.changes.changed', { what: whatOf(change) })}
            <span className={css.by}>
              {' '}
              {whoOf(change)}
              {change.at && (
                <>
                  {' · '}
                  <time dateTime={change.at}>{moment(change.at, language)}</time>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
