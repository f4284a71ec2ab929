import { Menu, useMantineColorScheme } from '@mantine/core'
import {
  IconChartLine,
  IconDatabase,
  IconDeviceDesktop,
  IconDots,
  IconHeadset,
  IconHelp,
  IconLayoutColumns,
  IconMessage,
  IconMoon,
  IconRoute,
  IconSearch,
  IconSettings,
  IconSun,
  IconUsers,
} from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { rememberLanguage, useLanguage } from '../i18n/language.ts'
import { pickScope } from '../routes/scope.ts'
import { useMe } from '../routes/useMe.ts'
import page from './Page.module.css'
import css from './TopBar.module.css'

const pages = [
  { to: '/', name: 'overview', Icon: IconLayoutColumns },
  { to: '/customers', name: 'customers.title', Icon: IconUsers },
  { to: '/journeys', name: 'pages.journeys', Icon: IconRoute },
  { to: '/service', name: 'pages.service', Icon: IconHeadset },
  { to: '/voice', name: 'pages.voice', Icon: IconMessage },
  { to: '/explore', name: 'pages.explore', Icon: IconChartLine },
  { to: '/data', name: 'pages.data', Icon: IconDatabase },
] as const

/** A phone's bar has room for five; the others are behind a button. */
const morePages = pages.slice(5)

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop }
const next = { light: 'dark', dark: 'auto', auto: 'light' } as const

/** Logo, pages, language and colours. */
export function TopBar({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  const { t, i18n } = useTranslation()
  const language = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Icon = icons[colorScheme]
  const other = language === 'nl' ? 'en' : 'nl'
  const { pathname } = useLocation()
  // The Overview asks it along with its figures, and nobody is known where a token is given.
  const { me } = useMe({ ask: pathname !== '/' && pathname !== '/login' })
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
        <nav className={css.nav} aria-label={t('pages.label')}>
          {pages.map(({ to, name, Icon }) => (
            <Link key={to} to={to} search={pickScope} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon size={20} stroke={1.6} aria-hidden="true" />
              {t(name)}
            </Link>
          ))}
        </nav>
        <div className={css.tools}>
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className={`${css.tool} ${css.more}`} aria-label={t('pages.more')}>
                <IconDots size={17} stroke={1.75} aria-hidden="true" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {morePages.map(({ to, name }) => (
                <Menu.Item key={to} renderRoot={props => <Link to={to} search={pickScope} {...props} />}>
                  {t(name)}
                </Menu.Item>
              ))}
              {me?.role === 'ADMIN' && (
                <Menu.Item component={Link} to="/settings">
                  {t('pages.settings')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
          <button
            type="button"
            className={css.tool}
            onClick={onPalette}
            aria-label={t('tools.palette')}
            aria-keyshortcuts="Control+K Meta+K"
            title={t('tools.palette')}
          >
            <IconSearch size={17} stroke={1.75} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={css.tool}
            onClick={onHelp}
            aria-label={t('tools.help')}
            aria-keyshortcuts="?"
            title={t('tools.help')}
          >
            <IconHelp size={17} stroke={1.75} aria-hidden="true" />
          </button>
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
          {me?.role === 'ADMIN' && (
            <Link
              to="/settings"
              className={`${css.tool} ${css.settings}`}
              aria-label={t('pages.settings')}
              title={t('pages.settings')}
            >
              <IconSettings size={17} stroke={1.75} aria-hidden="true" />
            </Link>
          )}
        </div>
      </div>
    </header>
  )
}
