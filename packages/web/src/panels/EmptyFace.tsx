import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usualScope } from '../routes/scope.ts'
import { useScope } from '../routes/useScope.ts'
import page from './Page.module.css'
import css from './Panel.module.css'

/** Nothing to show, and what would most likely bring something into sight. */
export function EmptyFace() {
  const { t } = useTranslation()
  const { scope, change } = useScope()
  return (
    <div className={css.face}>
      <p>{t('panel.empty')}</p>
      {Object.keys(scope.chosen).length > 0 ? (
        <button type="button" className={page.act} onClick={() => change({ chosen: {} })}>
          {t('panel.unfilter')}
        </button>
      ) : scope.period !== usualScope.period ? (
        <button type="button" className={page.act} onClick={() => change({ period: usualScope.period })}>
          {t('face.longer')}
        </button>
      ) : (
        <Link to="/data" className={page.act}>
          {t('panel.bring')}
        </Link>
      )}
    </div>
  )
}
