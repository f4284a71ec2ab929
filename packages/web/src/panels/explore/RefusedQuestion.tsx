import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../graphql/failure.ts'
import page from '../Page.module.css'
import css from './RefusedQuestion.module.css'

/** Why the server gave no figures, in its own words, and what would do. */
export function RefusedQuestion({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={`${page.sheet} ${css.refused}`} role="alert">
      {failure.fix ? (
        <dl>
          <dt>{t('explore.message')}</dt>
          <dd lang="en">{failure.message}</dd>
          <dt>{t('explore.fix')}</dt>
          <dd lang="en">{failure.fix}</dd>
        </dl>
      ) : (
        <p>{t('face.offline')}</p>
      )}
      <p>
        <button type="button" className={page.act} onClick={onRetry}>
          {t('face.retry')}
        </button>
        {' · '}
        <Link to="/explore" search={{}} className={page.act}>
          {t('explore.usual')}
        </Link>
        {failure.requestId && ` · ${t('face.request', { id: failure.requestId })}`}
      </p>
    </section>
  )
}
