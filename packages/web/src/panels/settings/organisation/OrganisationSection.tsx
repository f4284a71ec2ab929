import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import { OrganisationSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import page from '../../Page.module.css'
import css from '../settings.module.css'

/** What all figures go by: shown, and not changed. */
export default function OrganisationSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, refetch } = useQuery(OrganisationSettingsDocument)
  const organisation = data?.organisation
  return (
    <section className={page.sheet} aria-busy={!organisation && !error}>
      <div className={css.head}>
        <div>
          <h2>{t('settings.sections.organisation')}</h2>
          <p className={css.about}>{t('settings.organisation.about')}</p>
        </div>
      </div>
      {error && (
        <p className={css.face} role="alert">
          {t('settings.failed')}{' '}
          <button type="button" className={page.act} onClick={() => void refetch()}>
            {t('face.retry')}
          </button>
        </p>
      )}
      {organisation && (
        <dl className={`${css.facts} figures`}>
          <dt>{t('settings.organisation.timeZone')}</dt>
          <dd>{organisation.timeZone}</dd>
          <dt>{t('settings.organisation.currency')}</dt>
          <dd>{organisation.currency}</dd>
          <dt>{t('settings.organisation.inactivityDays')}</dt>
          <dd>{t('settings.organisation.days', { shown: count(organisation.inactivityDays, language) })}</dd>
          <dt>{t('settings.organisation.contactedDays')}</dt>
          <dd>{t('settings.organisation.afterContact', { shown: count(organisation.contactedDays, language) })}</dd>
          <dt>{t('settings.organisation.defaultBrand')}</dt>
          <dd>{organisation.defaultBrand}</dd>
        </dl>
      )}
    </section>
  )
}
