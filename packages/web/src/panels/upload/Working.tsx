import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../../format/figures.ts'
import { useLanguage } from '../../i18n/language.ts'
import page from '../Page.module.css'
import type { Progress } from './send.ts'
import css from './Upload.module.css'

/** How far a file is, and a way to stop. */
export function Working({ dryRun, progress, onStop }: { dryRun: boolean; progress: Progress; onStop: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const { phase } = progress
  const percent = phase === 'waiting' ? 0 : Math.round(progress.share * 100)
  const phaseWords =
    phase === 'waiting'
      ? t('upload.waiting', { seconds: progress.waitSeconds })
      : t(phase === 'sending' ? 'upload.sending' : dryRun ? 'upload.trying' : 'upload.loading')
  return (
    <div className={css.working}>
      <div className={css.workingHead}>
        <p>
          <b>{phaseWords}</b>{' '}
          {phase === 'reading' && (
            <span className="figures">{t('upload.rowsSoFar', { rows: count(progress.received, language) })}</span>
          )}
        </p>
        <button ref={button} type="button" className={page.button} onClick={onStop}>
          {t('upload.stop')}
        </button>
      </div>
      <progress className={css.bar} value={percent} max={100} aria-label={phaseWords} />
      <p role="status" className="unseen">
        {/* Said now and then, not at every step. */}
        {phaseWords} {phase !== 'waiting' && t('upload.percent', { percent: Math.floor(percent / 25) * 25 })}
      </p>
    </div>
  )
}
