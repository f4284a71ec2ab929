import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { dayName } from '../../../format/dates.ts'
import { amount, nothing } from '../../../format/figures.ts'
import { type CostRateSettingFragment, CostRateSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import table from '../../Table.module.css'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { NEW, useOpened } from '../useOpened.ts'
import { useOrganisation } from '../useOrganisation.ts'
import { dayIn } from '../zone.ts'
import { CostDrawer } from './CostDrawer.tsx'

const whoseOf = ({ team, channel }: CostRateSettingFragment) => [team, channel].filter(Boolean).join(', ')

/** What handling contacts costs. */
export default function CostsSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record, open } = useOpened()
  const organisation = useOrganisation()
  const { data, error, refetch } = useQuery(CostRateSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const rates = data?.costRates.nodes ?? null
  const opened = rates?.find(({ id }) => id === record) ?? null
  const day = (instant: string) => (organisation ? dayName(dayIn(instant, organisation.timeZone), language) : nothing)
  return (
    <>
      <Sheet
        title={t('settings.sections.costs')}
        about={t('settings.costs.about')}
        rows={organisation ? rates : null}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('settings.costs.none')}
        onAdd={{ word: t('settings.costs.add'), act: () => open(NEW) }}
        columns={[
          {
            name: t('settings.costs.whose'),
            cell: rate => <OpenLink record={rate.id} name={whoseOf(rate) || t('settings.everyone')} />,
          },
          {
            name: t('settings.costs.perHour'),
            look: table.number,
            cell: ({ perHour }) => amount(perHour.amount, perHour.currency, language),
          },
          {
            name: t('settings.costs.perContact'),
            look: `${table.number} ${css.spare}`,
            cell: ({ perContact }) => amount(perContact.amount, perContact.currency, language),
          },
          { name: t('settings.costs.from'), cell: ({ from }) => day(from) },
          { name: t('settings.costs.to'), look: css.spare, cell: ({ to }) => (to ? day(to) : nothing) },
        ]}
      />
      {organisation && rates && (opened || record === NEW) && (
        <CostDrawer key={record} rate={opened} rates={rates} zone={organisation.timeZone} />
      )}
    </>
  )
}
