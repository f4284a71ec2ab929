import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { dayName } from '../../../format/dates.ts'
import { nothing } from '../../../format/figures.ts'
import { type SlaPolicySettingFragment, SlaPolicySettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import table from '../../Table.module.css'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { NEW, useOpened } from '../useOpened.ts'
import { useOrganisation } from '../useOrganisation.ts'
import { durationText } from '../values.ts'
import { dayIn } from '../zone.ts'
import { SlaDrawer } from './SlaDrawer.tsx'
import { newestFirst, targets, whoseOf } from './sla.ts'

/** What was promised to whom, version by version. */
export default function SlaSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record, open } = useOpened()
  const organisation = useOrganisation()
  const { data, error, refetch } = useQuery(SlaPolicySettingsDocument, { fetchPolicy: 'cache-and-network' })
  const policies = data ? newestFirst(data.slaPolicies.nodes) : null
  const opened = policies?.find(({ id }) => id === record) ?? null
  const promised = (policy: SlaPolicySettingFragment) =>
    targets
      .flatMap(target => {
        const seconds = policy[target]
        return seconds == null
          ? []
          : [`${t(`settings.sla.${target}`)} ${durationText(seconds, t('settings.hourLetter'))}`]
      })
      .join(' · ')
  return (
    <>
      <Sheet
        title={t('settings.sections.sla')}
        about={t('settings.sla.about')}
        rows={organisation ? policies : null}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('settings.sla.none')}
        onAdd={{ word: t('settings.sla.add'), act: () => open(NEW) }}
        columns={[
          {
            name: t('settings.sla.where'),
            cell: policy => <OpenLink record={policy.id} name={whoseOf(policy) || t('settings.everyone')} />,
          },
          { name: t('settings.sla.version'), look: table.number, cell: ({ version }) => version },
          {
            name: t('settings.sla.from'),
            cell: ({ from }) => (organisation ? dayName(dayIn(from, organisation.timeZone), language) : nothing),
          },
          { name: t('settings.sla.promised'), look: css.spare, cell: promised },
        ]}
      />
      {organisation && policies && (opened || record === NEW) && (
        <SlaDrawer key={record} policy={opened} policies={policies} zone={organisation.timeZone} />
      )}
    </>
  )
}
