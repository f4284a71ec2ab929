import '../i18n/pages/settings.ts'
import '@mantine/core/styles/Input.layer.css'
import { NativeSelect } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../panels/Page.module.css'
import { sectionOf, sections } from '../panels/settings/sections.tsx'
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
  const isForMe = me?.role === 'ADMIN'
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <div className={page.lede}>
        <div>
          <h1>{me && !isForMe ? t('settings.notForYou') : t('pages.settings')}</h1>
          <p className={page.beside} role="status">
            {isForMe && t('settings.beside')}
            {me && !isForMe && t('settings.whoMay', { role: t(`settings.roles.${me.role}`) })}
            {failure && (
              <>
                {t('settings.failed')}{' '}
                <button type="button" className={page.act} onClick={retry}>
                  {t('face.retry')}
                </button>
              </>
            )}
          </p>
        </div>
      </div>
      {isForMe && <Sections />}
    </main>
  )
}

function Sections() {
  const { t } = useTranslation()
  const { section } = useSearch({ from: '/settings' })
  const navigate = useNavigate()
  const { name, Section } = sectionOf(section)
  return (
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
      <div className={css.section}>
        <Suspense>
          <Section />
        </Suspense>
      </div>
    </div>
  )
}
