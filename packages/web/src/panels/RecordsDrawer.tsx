import '../i18n/pages/drawers.ts'
import { useQuery } from '@apollo/client/react'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { bucketName, moment, periodName } from '../format/dates.ts'
import { amount, count, type Language, nothing } from '../format/figures.ts'
import { RecordsDocument, type RecordsQuery } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import { askedParams } from '../routes/params.ts'
import { whereOf } from '../routes/scope.ts'
import type { OpenedRecords } from '../routes/useDrawers.ts'
import { useScope } from '../routes/useScope.ts'
import { addDays, addMonths, type Day, yearOf } from '../time/days.ts'
import type { Grain, Period } from '../time/periods.ts'
import css from './drawer.module.css'
import { SideDrawer } from './SideDrawer.tsx'

type Connection = NonNullable<RecordsQuery['metrics'][number]['total']['records']>
type Row = Connection['nodes'][number]

type Props = { opened: OpenedRecords; onClose: () => void }

/** The records a figure was made of: their number is n. */
export default function RecordsDrawer({
  opened: { key, at = null, grain: step, only = {}, params = {} },
  onClose,
}: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const scope = useScope()
  const { period } = scope
  const grain = step ?? scope.grain
  const days = at === null ? period : bucketWithin(at, grain, period)
  const conditions = [scope.where, whereOf(only)].flatMap(where => (where ? [where] : []))
  const variables = {
    key,
    period: days,
    params: askedParams(params),
    where: conditions.length === 0 ? null : { and: conditions },
    language: scope.language,
  }
  const { data, error, fetchMore } = useQuery(RecordsDocument, { variables, fetchPolicy: 'no-cache' })
  const total = data?.metrics[0]?.total
  const records = total?.records
  const more = () =>
    fetchMore({
      variables: { ...variables, after: records?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => joined(before, fetchMoreResult),
    })
  return (
    <SideDrawer
      title={t('records.title', { name: data?.metrics[0]?.definition.name ?? key })}
      size={760}
      onClose={onClose}
    >
      <p className={`${css.lead} figures`}>
        {at === null ? periodName(days, language) : bucketName(days.from, days.to, grain, language, yearOf(period.to))}
        {records &&
          `\u00a0· ${t('records.shown', { shown: count(records.nodes.length, language), total: count(total.n, language) })}`}
      </p>
      {error && <p className={css.lead}>{t('records.failed')}</p>}
      {total && !records && <p className={css.lead}>{t('records.withheld')}</p>}
      {records?.nodes.length === 0 && <p className={css.lead}>{t('records.none')}</p>}
      {records && records.nodes.length > 0 && <RecordTable rows={records.nodes} />}
      {records?.pageInfo.hasNextPage && (
        <button type="button" className={css.more} onClick={more}>
          {t('records.more')}
        </button>
      )}
    </SideDrawer>
  )
}

/** The days of one bucket that lie in the period. */
function bucketWithin(start: Day, grain: Grain, period: Period): Period {
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }
  const end =
    grain === 'DAY' ? addDays(start, 1) : grain === 'WEEK' ? addDays(start, 7) : addMonths(start, months[grain])
  const [, from = start] = [start, period.from].toSorted()
  const [to = end] = [end, period.to].toSorted()
  return { from, to }
}

function joined(before: RecordsQuery, next: RecordsQuery): RecordsQuery {
  const page = next.metrics[0]?.total.records
  if (!page) return before
  return {
    metrics: before.metrics.map(metric => ({
      ...metric,
      total: {
        ...metric.total,
        records: { ...page, nodes: [...(metric.total.records?.nodes ?? []), ...page.nodes] },
      },
    })),
  }
}

type Cell = {
  key:
    | 'at'
    | 'channel'
    | 'team'
    | 'topic'
    | 'outcome'
    | 'score'
    | 'comment'
    | 'amount'
    | 'name'
    | 'segment'
    | 'country'
    | 'customer'
    | 'step'
    | 'touchpoint'
    | 'map'
    | 'kind'
    | 'purpose'
  value: ReactNode
  isNumber?: true
}

function cellsOf(row: Row, language: Language, t: TFunction): Cell[] {
  switch (row.__typename) {
    case 'Contact':
      return [
        { key: 'at', value: moment(row.openedAt, language) },
        { key: 'channel', value: row.channel },
        { key: 'team', value: row.team ?? nothing },
        { key: 'topic', value: row.topic ?? nothing },
        { key: 'outcome', value: row.outcome === null ? nothing : t(`records.outcomes.${row.outcome}`) },
        { key: 'customer', value: <CustomerLink customer={row.customer} /> },
      ]
    case 'Feedback':
      return [
        { key: 'at', value: moment(row.at, language) },
        { key: 'score', value: row.score, isNumber: true },
        { key: 'comment', value: row.comment ?? nothing },
        { key: 'customer', value: <CustomerLink customer={row.customer} /> },
      ]
    case 'Order':
      return [
        { key: 'at', value: moment(row.at, language) },
        { key: 'channel', value: row.placedIn ?? nothing },
        { key: 'customer', value: <CustomerLink customer={row.customer} /> },
        { key: 'amount', value: amount(row.amount.amount, row.amount.currency, language), isNumber: true },
      ]
    case 'Customer':
      return [
        { key: 'customer', value: <CustomerLink customer={row} /> },
        { key: 'segment', value: row.segment ?? nothing },
        { key: 'country', value: row.country ?? nothing },
      ]
    case 'ContactEvent':
      return [
        { key: 'at', value: moment(row.at, language) },
        { key: 'step', value: t(`records.events.${row.type}`) },
        { key: 'channel', value: row.contact?.channel ?? nothing },
      ]
    case 'Interaction':
      return [
        { key: 'at', value: moment(row.at, language) },
        { key: 'touchpoint', value: row.touchpoint?.name ?? nothing },
        { key: 'customer', value: <CustomerLink customer={row.customer} /> },
      ]
    case 'Journey':
      return [
        { key: 'at', value: moment(row.startedAt, language) },
        { key: 'map', value: row.map?.name ?? nothing },
        {
          key: 'outcome',
          value: row.journeyOutcome === null ? nothing : t(`records.journeys.${row.journeyOutcome}`),
        },
        { key: 'customer', value: <CustomerLink customer={row.customer} /> },
      ]
    case 'Survey':
      return [
        { key: 'at', value: moment(row.sentAt, language) },
        { key: 'kind', value: t(`records.surveys.${row.kind}`) },
        { key: 'customer', value: <CustomerLink customer={row.customer} /> },
      ]
    case 'QualityReview':
      return [
        { key: 'at', value: moment(row.at, language) },
        { key: 'score', value: row.reviewScore, isNumber: true },
      ]
    case 'Investment':
      return [
        { key: 'at', value: moment(row.at, language) },
        { key: 'purpose', value: row.purpose === null ? nothing : t(`records.purposes.${row.purpose}`) },
        { key: 'amount', value: amount(row.spent.amount, row.spent.currency, language), isNumber: true },
      ]
    default:
      return []
  }
}

/** Leads to the whole story of who is behind a record; a contact or answer may be nobody's. */
function CustomerLink({ customer }: { customer: { id: string; name: string | null } | null }) {
  const { t } = useTranslation()
  if (!customer) return nothing
  return (
    <Link to="/customers/$id" params={{ id: customer.id }} className={css.link}>
      {customer.name ?? t('records.story')}
    </Link>
  )
}

function RecordTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const cells = rows.map(row => ({ id: row.id, cells: cellsOf(row, language, t) }))
  return (
    <div className={css.scroll}>
      <table className={`${css.table} figures`}>
        <thead>
          <tr>
            {cells[0]?.cells.map(({ key, isNumber }) => (
              <th key={key} scope="col" className={isNumber && css.number}>
                {t(`records.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map(row => (
            <tr key={row.id}>
              {row.cells.map(({ key, value, isNumber }) => (
                <td key={key} className={isNumber && css.number}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
