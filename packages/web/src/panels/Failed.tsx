import { useTranslation } from 'react-i18next'
import type { Failure } from '../graphql/failure.ts'
import page from './Page.module.css'

/** Nothing came at all: said once, with the way out and the number to call about. */
export function Failed({ failure, onRetry }: { failure: Failure | null; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      {t(failure?.kind === 'offline' ? 'face.offline' : 'face.failedAll')}{' '}
      <button type="button" className={page.act} onClick={onRetry}>
        {t('face.retry')}
      </button>
      {failure?.requestId && ` · ${t('face.request', { id: failure.requestId })}`}
    </>
  )
}
