import { useMutation, useQuery } from '@apollo/client/react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { count, nothing } from '../format/figures.ts'
import {
  KeepCustomersApartDocument,
  MergeCustomersDocument,
  PossibleDuplicatesDocument,
  type PossibleDuplicatesQuery,
} from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import css from './Books.module.css'
import page from './Page.module.css'

type Pair = PossibleDuplicatesQuery['possibleDuplicates']['nodes'][number]

/** Customers who may be one: a person decides what no rule may. Nothing is shown to whom it is not for. */
export function Duplicates() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error, refetch, fetchMore } = useQuery(PossibleDuplicatesDocument, { fetchPolicy: 'no-cache' })
  const decided = { onCompleted: () => void refetch() }
  const [merge, merging] = useMutation(MergeCustomersDocument, decided)
  const [keep, keeping] = useMutation(KeepCustomersApartDocument, decided)
  if (error || !data) return null
  const { nodes, totalCount, pageInfo } = data.possibleDuplicates
  const [problem] = [
    ...(merging.data?.mergeCustomers.problems ?? []),
    ...(keeping.data?.keepCustomersApart.problems ?? []),
  ]
  const busy = merging.loading || keeping.loading
  const failed = merging.error || keeping.error
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { possibleDuplicates: next } }) => ({
        possibleDuplicates: { ...next, nodes: [...before.possibleDuplicates.nodes, ...next.nodes] },
      }),
    })
  return (
    <section className={page.sheet}>
      <div className={css.head}>
        <h2>{t('data.duplicates.title')}</h2>
        <p role="status">
          {problem && `${problem.message}. ${problem.fix}.`}
          {!problem && failed && t('data.duplicates.failed')}
          {!problem &&
            !failed &&
            nodes.length > 0 &&
            t('data.duplicates.count', { count: totalCount, shown: count(totalCount, language) })}
        </p>
      </div>
      {nodes.length === 0 && <p className={css.none}>{t('data.duplicates.none')}</p>}
      {nodes.length > 0 && (
        <table className={`${css.table} ${css.cards} figures`}>
          <thead>
            <tr>
              <th scope="col">{t('data.duplicates.one')}</th>
              <th scope="col">{t('data.duplicates.other')}</th>
              <th scope="col" className={css.wide}>
                {t('data.duplicates.reason')}
              </th>
              <th scope="col">
                <span className="unseen">{t('data.refused.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {nodes.map(pair => (
              <tr key={pair.id}>
                <th scope="row">
                  <Person person={pair.one} />
                </th>
                <td>
                  <Person person={pair.other} />
                </td>
                <td className={css.wide}>
                  {t(`data.duplicates.reasons.${pair.reason}`)}
                  {pair.hindrance && <p className={css.fix}>{t(`data.duplicates.hindrances.${pair.hindrance}`)}</p>}
                </td>
                <td className={css.decide}>
                  {mayDecide(pair) && (
                    <div className={css.acts}>
                      <button
                        type="button"
                        className={page.button}
                        disabled={busy}
                        onClick={() => void merge({ variables: idsOf(pair) }).catch(() => undefined)}
                      >
                        {t('data.duplicates.merge')}
                      </button>
                      <button
                        type="button"
                        className={page.button}
                        disabled={busy}
                        onClick={() => void keep({ variables: idsOf(pair) }).catch(() => undefined)}
                      >
                        {t('data.duplicates.keep')}
                      </button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pageInfo.hasNextPage && (
        <button type="button" className={`${page.button} ${css.more}`} onClick={() => void more()}>
          {t('records.more')}
        </button>
      )}
    </section>
  )
}

/** Who may not see whose ids these are may not decide about them either. */
const mayDecide = ({ one, other }: Pair) =>
  [...one.identities, ...other.identities].some(({ externalId }) => externalId !== null)

const idsOf = ({ one, other }: Pair) => ({ customers: [one.id, other.id] })

function Person({ person: { id, name, company, anonymous, identities } }: { person: Pair['one'] }) {
  const { t } = useTranslation()
  const known = identities.map(({ source, externalId }) => [source, externalId].filter(Boolean).join(' '))
  return (
    <>
      <Link to="/customers/$id" params={{ id }} className={css.person}>
        {name ?? company ?? t(anonymous ? 'customers.visitor' : 'customers.unnamed')}
      </Link>
      <span className={css.fix}>{known.join(', ') || nothing}</span>
    </>
  )
}
