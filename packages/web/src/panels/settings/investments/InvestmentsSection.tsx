import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { dayName } from '../../../format/dates.ts'
import { amount, count, nothing } from '../../../format/figures.ts'
import { InvestmentSettingDocument, InvestmentSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import page from '../../Page.module.css'
import table from '../../Table.module.css'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { NEW, useOpened } from '../useOpened.ts'
import { useOrganisation } from '../useOrganisation.ts'
import { dayIn } from '../zone.ts'
import { InvestmentDrawer } from './InvestmentDrawer.tsx'

/** Money spent, page by page. */
export default function InvestmentsSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record, open } = useOpened()
  const organisation = useOrganisation()
  const { data, error, refetch, fetchMore } = useQuery(InvestmentSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const investments = data?.investments ?? null
  // An address may lead to one that is not on the first page.
  const asked = useQuery(InvestmentSettingDocument, {
    variables: { id: record ?? '' },
    skip: !record || record === NEW,
  })
  const opened = asked.data?.node?.__typename === 'Investment' ? asked.data.node : null
  const more = () =>
    fetchMore({
      variables: { after: investments?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { investments: next } }) => ({
        ...before,
        investments: { ...next, nodes: [...before.investments.nodes, ...next.nodes] },
      }),
    })
  return (
    <>
      <Sheet
        title={t('settings.sections.investments')}
        about={t('settings.investments.about')}
        rows={organisation ? (investments?.nodes ?? null) : null}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('settings.investments.none')}
        onAdd={{ word: t('settings.investments.add'), act: () => open(NEW) }}
        columns={[
          {
            name: t('settings.investments.at'),
            cell: ({ id, at }) => (
              <OpenLink
                record={id}
                name={organisation ? dayName(dayIn(at, organisation.timeZone), language) : nothing}
              />
            ),
          },
          {
            name: t('settings.investments.amount'),
            look: table.number,
            cell: ({ amount: spent }) => amount(spent.amount, spent.currency, language),
          },
          {
            name: t('settings.investments.purpose'),
            cell: ({ purpose }) => t(`settings.investments.purposes.${purpose}`),
          },
          {
            name: t('settings.investments.campaign'),
            look: css.spare,
            cell: ({ campaign, touchpoint }) => campaign ?? touchpoint?.name ?? nothing,
          },
        ]}
        below={
          investments?.pageInfo.hasNextPage && (
            <button type="button" className={`${page.button} ${css.more}`} onClick={() => void more()}>
              {t('settings.shown', {
                shown: count(investments.nodes.length, language),
                total: count(investments.totalCount, language),
              })}
            </button>
          )
        }
      />
      {organisation && (opened || record === NEW) && (
        <InvestmentDrawer key={record} investment={opened} zone={organisation.timeZone} />
      )}
    </>
  )
}
