import { useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rememberLanguage, useLanguage } from '../i18n/language.ts'
import page from './Page.module.css'
import css from './TopBar.module.css'

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop }
const next = { light: 'dark', dark: 'auto', auto: 'light' } as const

/** Logo, pages, language and colours. */
export function TopBar() {
  const { t, i18n } = useTranslation()
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Icon = icons[colorScheme]
  const other = language === 'nl' ? 'en' : 'nl'
  const speak = () => {
    rememberLanguage(other)
    void i18n.changeLanguage(other)
  }
  return (
    <header className={css.bar}>
      <a className={css.skip} href="#main">
        {t('skip')}
      </a>
      <div className={`${page.wrap} ${css.inner}`}>
        <Link to="/" className={css.brand}>
          <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M2.2 4.6 11 7.2v13.2l-8.8-3.2z" fill="var(--cx)" />
            <path d="M21.8 4.6 13 7.2v13.2l8.8-3.2z" fill="var(--sv)" />
          </svg>
          <span>Tweeluik</span>
        </Link>
        <nav className={css.nav}>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {t('overview')}
          </Link>
          <Link to="/customers" activeOptions={{ includeSearch: false }}>
            {t('customers.title')}
          </Link>
          <Link to="/data">{t('dataTitle')}</Link>
        </nav>
        <div className={css.tools}>
          <button type="button" className={css.tool} onClick={speak} title={t('language.hint')} lang={other}>
            <span className="unseen">{t('language.label')}</span>
            <span aria-hidden="true">{language.toUpperCase()}</span>
          </button>
          <button
            type="button"
            className={css.tool}
            onClick={() => setColorScheme(next[colorScheme])}
            aria-label={t('scheme.label', { scheme: t(`scheme.${colorScheme}`) })}
            title={t('scheme.label', { scheme: t(`scheme.${colorScheme}`) })}
          >
            <Icon size={17} stroke={1.75} aria-hidden="true" />
          </button>
        </div>
      </div>
    </header>
  )
}
