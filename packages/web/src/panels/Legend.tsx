import { useTranslation } from 'react-i18next'
import type { ComparedWith } from '../time/periods.ts'
import css from './Legend.module.css'

/** One legend for every chart of the page. */
export function Legend({ against }: { against: ComparedWith }) {
  const { t } = useTranslation()
  return (
    <div className={css.legend}>
      <span>
        <svg width="18" height="10" aria-hidden="true">
          <path d="M1 5H17" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
        </svg>
        {t(`legend.now.${against}`)}
      </span>
      <span>
        <svg width="18" height="10" aria-hidden="true">
          <path d="M1 5H17" stroke="var(--ghost)" />
        </svg>
        {t(`legend.before.${against}`)}
      </span>
      <span>
        <svg width="18" height="10" aria-hidden="true">
          <rect width="18" height="10" rx="2" fill="var(--ink)" opacity=".16" />
        </svg>
        {t('legend.interval')}
      </span>
      <span>
        <svg width="18" height="10" aria-hidden="true">
          <path d="M1 5H12" stroke="var(--ink)" strokeWidth="2" strokeDasharray="2.5 2.5" />
          <circle cx="14.5" cy="5" r="2.4" fill="none" stroke="var(--ink)" strokeWidth="1.4" />
        </svg>
        {t('legend.running')}
      </span>
    </div>
  )
}
