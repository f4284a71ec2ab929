import '../i18n/pages/customers.ts'
import { Link, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../panels/Page.module.css'
import css from './customers.module.css'

const CustomerFigures = lazy(() => import('../panels/customers/CustomerFigures.tsx'))
const CustomerList = lazy(() => import('../panels/customers/list/CustomerList.tsx'))

/** Customers as figures, and one by one. */
export function CustomersPage() {
  const { t } = useTranslation()
  const { view } = useSearch({ from: '/customers' })
  useEffect(() => {
    document.title = t('customers.pageTitle')
  }, [t])
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <nav className={css.views} data-on-screen-only aria-label={t('customers.views')}>
        {(['figures', 'list'] as const).map(name => (
          <Link
            key={name}
            to="/customers"
            search={old => ({ ...old, view: name === 'list' ? name : undefined })}
            activeOptions={{ exact: true, explicitUndefined: true }}
          >
            {t(`customers.${name}`)}
          </Link>
        ))}
      </nav>
      <Suspense>{view === 'list' ? <CustomerList /> : <CustomerFigures />}</Suspense>
    </main>
  )
}
