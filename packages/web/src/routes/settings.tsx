import '../i18n/pages/settings.ts'
import '@mantine/core/styles/Input.layer.css'
import { NativeSelect } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import page from '../panels/Page.module.css'
import { LastChanges } from '../panels/settings/LastChanges.tsx'
import { sectionOf, sections } from '../panels/settings/sections.tsx'
import { type LastChange, useChangeWords, useLastChanges } from '../panels/settings/useLastChanges.ts'
import css from './settings.module.css'
import { useMe } from './useMe.ts'
import { useSignIn } from './useSignIn.ts'

/** What the company has laid down: whoever may change it finds each part in its section. */
export function SettingsPage() {
  const { t } = useTranslation()
  const { me, failure, retry } = useMe()
  useSignIn(failure)
  useEffect(() => {
    document.title = t('settings.pageTitle')
  }, [t])
  if (me?.role === 'ADMIN') return <Sections />
  return (
    <Frame
      title={me ? t('settings.notForYou') : t('pages.settings')}
      about={
        failure ? (
          <>
            {t('settings.failed')}{' '}
            <button type="button" className={page.act} onClick={retry}>
              {t('face.retry')}
            </button>
          </>
        ) : (
          me && t('settings.whoMay', { role: t(`settings.roles.${me.role}`) })
        )
      }
    />
  )
}

function Frame({ title, about, children }: { title: string; about: ReactNode; children?: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <div className={page.lede}>
        <div>
          <h1>{title}</h1>
          <p className={page.beside} role="status">
            {about}
          </p>
        </div>
      </div>
      {children}
    </main>
  )
}

function Sections() {
  const { t } = useTranslation()
  const { section } = useSearch({ from: '/settings' })
  const navigate = useNavigate()
  const { name, kinds, Section } = sectionOf(section)
  const { changes, failed } = useLastChanges(kinds)
  const headline = useHeadline(changes)
  return (
    <Frame title={kinds.length > 0 && !failed ? headline : t(`settings.sections.${name}`)} about={t('settings.beside')}>
      <div className={css.sections}>
        <nav className={css.list} aria-label={t('settings.label')}>
          {sections.map(({ name: other }) => (
            <Link
              key={other}
              to="/settings"
              search={{ section: other }}
              aria-current={other === name ? 'page' : undefined}
            >
              {t(`settings.sections.${other}`)}
            </Link>
          ))}
        </nav>
        <NativeSelect
          className={css.choice}
          aria-label={t('settings.label')}
          value={name}
          onChange={event => void navigate({ to: '/settings', search: { section: event.currentTarget.value } })}
          data={sections.map(({ name: other }) => ({ value: other, label: t(`settings.sections.${other}`) }))}
        />
        <div>
          <Suspense fallback={<div className={`${page.sheet} ${css.waiting}`} aria-busy="true" />}>
            <Section />
            {kinds.length > 0 && !failed && <LastChanges changes={changes} />}
          </Suspense>
        </div>
      </div>
    </Frame>
  )
}

/** The page's one sentence: what was changed last, by whom and when. */
function useHeadline(changes: readonly LastChange[] | null): string {
  const { t } = useTranslation()
  const language = useLanguage()
  const { whatOf, whoOf } = useChangeWords()
  if (!changes) return t('settings.headline.loading')
  const [last] = changes
  if (!last) return t('settings.headline.nothing')
  return t(last.deleted ? 'settings.headline.gone' : 'settings.headline.changed', {
    what: whatOf(last),
    who: whoOf(last),
    at: last.at ? moment(last.at, language) : '',
  })
}
