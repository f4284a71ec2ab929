import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './DemoHint.module.css'

const storageKey = 'tweeluik-demo-hint'

function wasPutAway(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null
  } catch {
    return false
  }
}

/** Tells who sees the demo company for the first time that it is one, and where their own data come in. */
export function DemoHint() {
  const { t } = useTranslation()
  const [away, setAway] = useState(wasPutAway)
  if (away) return null
  const putAway = () => {
    setAway(true)
    // The page goes on where it was: the button that had the focus is gone.
    document.getElementById('main')?.focus({ preventScroll: true })
    try {
      localStorage.setItem(storageKey, 'away')
    } catch {
      // Nothing to do: it is said again at the next visit.
    }
  }
  return (
    <aside className={css.hint} aria-label={t('demo.label')} data-on-screen-only>
      <b>{t('demo.label')}</b>
      <p>{t('demo.text')}</p>
      <Link to="/data">{t('demo.go')}</Link>
      <button type="button" onClick={putAway} aria-label={t('demo.away')} title={t('demo.away')}>
        <IconX size={16} stroke={1.75} aria-hidden="true" />
      </button>
    </aside>
  )
}
