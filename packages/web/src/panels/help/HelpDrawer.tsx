import '../../i18n/pages/help.ts'
import { Link, useLocation, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pickScope } from '../../routes/scope.ts'
import { SideDrawer } from '../SideDrawer.tsx'
import css from './Help.module.css'
import { KeysList } from './KeysList.tsx'
import { helpPageOf, steps } from './steps.ts'

/** What the page tells, how it is read, what to do next, and the keys. */
export default function HelpDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { view } = useSearch({ strict: false })
  const page = helpPageOf(pathname, view)
  return (
    <SideDrawer title={t(`help.pages.${page}.title`)} size={440} onClose={onClose}>
      {close => (
        <>
          <p className={css.tells}>{t(`help.pages.${page}.tells`)}</p>
          <h3 className={css.heading}>{t('help.reading')}</h3>
          <p className={css.text}>{t(`help.pages.${page}.reading`)}</p>
          <p className={css.text}>{t(`help.pages.${page}.care`)}</p>
          <h3 className={css.heading}>{t('help.next')}</h3>
          <ul className={css.steps}>
            {(['first', 'second', 'third'] as const).map(step => {
              const { to, search = {} } = steps[page][step]
              return (
                <li key={step}>
                  <Link to={to} search={old => ({ ...pickScope(old), ...search })} onClick={close}>
                    {t(`help.pages.${page}.${step}`)}
                  </Link>
                </li>
              )
            })}
          </ul>
          <h3 className={css.heading}>{t('help.keys.title')}</h3>
          <KeysList />
        </>
      )}
    </SideDrawer>
  )
}
