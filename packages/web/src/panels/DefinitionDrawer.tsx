import '../i18n/pages/drawers.ts'
import { useQuery } from '@apollo/client/react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DefinitionDocument, type MetricKey } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import { pickScope } from '../routes/scope.ts'
import css from './drawer.module.css'
import { SideDrawer } from './SideDrawer.tsx'

/** How a figure is made: what it counts, what it leaves out, and where the definition comes from. */
export default function DefinitionDrawer({ metricKey, onClose }: { metricKey: MetricKey; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error } = useQuery(DefinitionDocument, {
    variables: { language: language === 'nl' ? 'NL' : 'EN' },
  })
  const definition = data?.metricDefinitions.find(found => found.key === metricKey)
  return (
    <SideDrawer title={definition?.name ?? t('definition.title')} size={480} onClose={onClose}>
      {error && <p className={css.lead}>{t('face.offline')}</p>}
      {data && !definition && <p className={css.lead}>{t('definition.unknown', { key: metricKey })}</p>}
      {definition && (
        <>
          <p className={css.lead}>{definition.description}</p>
          <dl className={css.terms}>
            <dt>{t('definition.formula')}</dt>
            <dd>{definition.formula}</dd>
            <dt>{t('definition.includes')}</dt>
            <dd>{definition.includes}</dd>
            <dt>{t('definition.excludes')}</dt>
            <dd>{definition.excludes}</dd>
            <dt>{t('definition.countedOn')}</dt>
            <dd>
              <code>{definition.countedOn}</code>
            </dd>
            <dt>{t('definition.minSample')}</dt>
            <dd className="figures">n = {definition.minSample}</dd>
            <dt>{t('definition.source')}</dt>
            <dd>{definition.source}</dd>
            <dt>{t('definition.key')}</dt>
            <dd>
              <code>{t('definition.version', { key: definition.key, version: definition.version })}</code>
            </dd>
          </dl>
          <p className={css.onward}>
            <Link to="/explore" search={old => ({ ...pickScope(old), metrics: definition.key })} className={css.link}>
              {t('definition.explore')}
            </Link>
          </p>
        </>
      )}
    </SideDrawer>
  )
}
