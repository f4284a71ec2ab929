import '../i18n/pages/customers.ts'
import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '../format/dates.ts'
import { count, nothing } from '../format/figures.ts'
import type { CustomersQuery } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import { CustomerFigures } from '../panels/customers/CustomerFigures.tsx'
import page from '../panels/Page.module.css'
import segments from '../panels/segments.module.css'
import { dayAt } from '../time/days.ts'
import css from './customers.module.css'
import { useCustomers } from './useCustomers.ts'
import { useSignIn } from './useSignIn.ts'

/** Long enough for a hand to go on typing. */
const typingMs = 250

/** Customers as figures, and one by one. */
export function CustomersPage() {
  const { t } = useTranslation()
  const { view } = useSearch({ from: '/customers' })
  useEffect(() => {
    document.title = t('customers.pageTitle')
  }, [t])
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <nav className={css.views} aria-label={t('customers.views')}>
        {(['figures', 'list'] as const).map(name => (
          <Link
            key={name}
            to="/customers"
            search={old => ({ ...old, view: name === 'list' ? name : undefined })}
            aria-current={(view === 'list') === (name === 'list') ? 'page' : undefined}
            activeProps={{}}
          >
            {t(`customers.${name}`)}
          </Link>
        ))}
      </nav>
      {view === 'list' ? <CustomerList /> : <CustomerFigures />}
    </main>
  )
}

/** Who there is to tell about: the newest customers, or those whose name begins with what was typed. */
function CustomerList() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { name, sort } = useSearch({ from: '/customers' })
  const navigate = useNavigate({ from: '/customers' })
  const answer = useCustomers(name ?? '', sort === 'name' ? 'NAME' : 'ACQUIRED_AT')
  useSignIn(answer.failure)
  const search = useDebouncedCallback(
    (typed: string) =>
      void navigate({
        search: old => ({ ...old, name: typed.trim() || undefined }),
        replace: true,
        resetScroll: false,
      }),
    typingMs,
  )
  const { list } = answer
  return (
    <>
      <div className={`${page.lede} ${css.title}`}>
        <div>
          <h1>{t('customers.title')}</h1>
          <p className={`${page.beside} figures`} role="status">
            {list && t('customers.count', { count: list.totalCount, shown: count(list.totalCount, language) })}
            {answer.refusal && t(`customers.${answer.refusal}`)}
            {answer.refusal === 'failed' && (
              <>
                {' '}
                <button type="button" className={page.act} onClick={answer.retry}>
                  {t('face.retry')}
                </button>
              </>
            )}
          </p>
        </div>
      </div>
      <section className={`${page.sheet} ${css.list}`} aria-busy={!list && !answer.refusal}>
        <div className={css.tools}>
          <TextInput
            type="search"
            aria-label={t('customers.search')}
            placeholder={t('customers.search')}
            defaultValue={name}
            onChange={event => search(event.currentTarget.value)}
            leftSection={<IconSearch size={15} stroke={1.75} aria-hidden="true" />}
            maxLength={100}
            classNames={{ input: css.search }}
          />
          <SegmentedControl
            size="sm"
            withItemsBorders={false}
            aria-label={t('customers.order')}
            value={sort === 'name' ? 'name' : 'newest'}
            onChange={picked =>
              void navigate({
                search: old => ({ ...old, sort: picked === 'name' ? 'name' : undefined }),
                replace: true,
                resetScroll: false,
              })
            }
            data={[
              { value: 'newest', label: t('customers.newest') },
              { value: 'name', label: t('customers.byName') },
            ]}
            classNames={segments}
          />
        </div>
        {list && list.nodes.length === 0 && (
          <p className={css.none}>{t(name ? 'customers.noneNamed' : 'customers.none')}</p>
        )}
        {list && list.nodes.length > 0 && <Rows customers={list.nodes} />}
        {answer.more && (
          <button
            type="button"
            className={`${page.button} ${css.more}`}
            onClick={answer.more}
            disabled={answer.fetchingMore}
          >
            {t('records.more')}
          </button>
        )}
      </section>
    </>
  )
}

function Rows({ customers }: { customers: CustomersQuery['customers']['nodes'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <table className={`${css.table} figures`}>
      <thead>
        <tr>
          {(['name', 'segment', 'country', 'brand', 'since'] as const).map(column => (
            <th key={column} scope="col" className={css[column]}>
              {t(`customers.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {customers.map(({ id, name, company, anonymous, segment, country, brand, acquiredAt }) => (
          <tr key={id}>
            <td className={css.name}>
              <Link to="/customers/$id" params={{ id }}>
                {name ?? company ?? t(anonymous ? 'customers.visitor' : 'customers.unnamed')}
              </Link>
            </td>
            <td className={css.segment}>{segment ?? nothing}</td>
            <td className={css.country}>{country ?? nothing}</td>
            <td className={css.brand}>{brand}</td>
            <td className={css.since}>{acquiredAt ? dayName(dayAt(new Date(acquiredAt)), language) : nothing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
