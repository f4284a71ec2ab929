import { useQuery } from '@apollo/client/react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { moment } from '../../format/dates.ts'
import { count } from '../../format/figures.ts'
import { failureOf } from '../../graphql/failure.ts'
import {
  JourneysOfFlowDocument,
  type JourneysOfFlowQuery,
  JourneysOfFunnelDocument,
  type JourneysOfFunnelQuery,
  type MetricWhere,
} from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import type { Period } from '../../time/periods.ts'
import css from '../drawer.module.css'
import { SideDrawer } from '../SideDrawer.tsx'

/** Whose journeys: of a way between two points, or of those who came to a touchpoint within the window. */
export type Behind = { from: string; to: string } | { touchpoint: string; windowDays: number | null }

type Props = {
  behind: Behind
  title: string
  map: string
  period: Period
  where: MetricWhere | null
  onClose: () => void
}

type Answer = JourneysOfFlowQuery | JourneysOfFunnelQuery

/** The journeys that a figure of the flow or the funnel counts: their number is that figure. */
export default function JourneysDrawer({ behind, title, map, period, where, onClose }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const variables = { ...behind, map, period, where }
  const { data, error, fetchMore } = useQuery<Answer, Record<string, unknown>>(
    'from' in behind ? JourneysOfFlowDocument : JourneysOfFunnelDocument,
    { variables, fetchPolicy: 'no-cache' },
  )
  const found = data?.found
  const more = () =>
    fetchMore({
      variables: { ...variables, after: found?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { found: next } }) =>
        next ? { found: { ...next, nodes: [...(before.found?.nodes ?? []), ...next.nodes] } } : before,
    })
  return (
    <SideDrawer title={title} size={640} onClose={onClose}>
      <p className={`${css.lead} figures`} role="status">
        {found &&
          t('records.shown', {
            shown: count(found.nodes.length, language),
            total: count(found.totalCount, language),
          })}
        {!data && !error && t('journeys.walking')}
        {error && t(failureOf(error).code === 'ROWS_WITHHELD' ? 'journeys.behind.withheld' : 'journeys.behind.failed')}
        {data && !found?.nodes.length && t('journeys.behind.none')}
      </p>
      {found && found.nodes.length > 0 && (
        <div className={css.scroll}>
          <table className={`${css.table} figures`}>
            <thead>
              <tr>
                {(['startedAt', 'endedAt', 'outcome', 'customer'] as const).map(name => (
                  <th key={name} scope="col">
                    {t(`journeys.behind.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.nodes.map(({ id, startedAt, endedAt, outcome, customer }) => (
                <tr key={id}>
                  <td>{moment(startedAt, language)}</td>
                  <td>{endedAt === null ? t('journeys.behind.running') : moment(endedAt, language)}</td>
                  <td>{outcome && t(`journeys.behind.outcomes.${outcome}`)}</td>
                  <td>
                    {customer && (
                      <Link to="/customers/$id" params={{ id: customer.id }} className={css.link}>
                        {customer.name ?? t('customers.unnamed')}
                      </Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found?.pageInfo.hasNextPage && (
        <button type="button" className={css.more} onClick={() => void more()}>
          {t('records.more')}
        </button>
      )}
    </SideDrawer>
  )
}
