import '../i18n/pages/annotations.ts'
import { useQuery } from '@apollo/client/react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { daysName, moment } from '../format/dates.ts'
import { AnnotationToldDocument } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import { useMe } from '../routes/useMe.ts'
import css from './drawer.module.css'
import { SideDrawer } from './SideDrawer.tsx'

/** What happened, when, and whose it was. */
export default function AnnotationDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error } = useQuery(AnnotationToldDocument, { variables: { id } })
  const { me } = useMe()
  const told = data?.node?.__typename === 'Annotation' ? data.node : null
  return (
    <SideDrawer title={told?.name ?? t('annotations.title')} size={420} onClose={onClose}>
      {error && <p className={css.lead}>{t('face.offline')}</p>}
      {data && !told && <p className={css.lead}>{t('annotations.gone')}</p>}
      {told && (
        <>
          {told.description && <p className={css.lead}>{told.description}</p>}
          <dl className={css.terms}>
            <dt>{t('annotations.when')}</dt>
            <dd className="figures">{daysName(told.from, told.to ?? null, language)}</dd>
            {told.department && (
              <>
                <dt>{t('annotations.owner')}</dt>
                <dd>{told.department}</dd>
              </>
            )}
            <dt>{t('annotations.brand')}</dt>
            <dd>{told.brand ?? t('annotations.everyBrand')}</dd>
            <dt>{t('annotations.source')}</dt>
            <dd>{told.source}</dd>
            <dt>{t('annotations.written')}</dt>
            <dd className="figures">
              {told.updatedBy
                ? t('annotations.writtenBy', { at: moment(told.updatedAt, language), who: told.updatedBy })
                : moment(told.updatedAt, language)}
            </dd>
          </dl>
          {me?.role === 'ADMIN' && (
            <Link className={`${css.link} ${css.way}`} to="/settings" search={{ section: 'annotations', record: id }}>
              {t('annotations.edit')}
            </Link>
          )}
        </>
      )}
    </SideDrawer>
  )
}
