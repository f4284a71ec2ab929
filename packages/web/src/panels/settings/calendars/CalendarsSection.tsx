import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { dayName } from '../../../format/dates.ts'
import { count, nothing } from '../../../format/figures.ts'
import { CalendarSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { NEW, useOpened } from '../useOpened.ts'
import { useOrganisation } from '../useOrganisation.ts'
import { dayIn } from '../zone.ts'
import { CalendarDrawer } from './CalendarDrawer.tsx'
import { hoursAWeek } from './hours.ts'

/** When somebody is there. */
export default function CalendarsSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record, open } = useOpened()
  const organisation = useOrganisation()
  const { data, error, refetch } = useQuery(CalendarSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const calendars = data?.calendars.nodes ?? null
  const opened = calendars?.find(({ id }) => id === record) ?? null
  return (
    <>
      <Sheet
        title={t('settings.sections.calendars')}
        about={t('settings.calendars.about')}
        rows={calendars}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('settings.calendars.none')}
        onAdd={{ word: t('settings.calendars.add'), act: () => open(NEW) }}
        columns={[
          {
            name: t('settings.calendars.team'),
            cell: ({ id, team }) => <OpenLink record={id} name={team ?? t('settings.calendars.everyTeam')} />,
          },
          {
            name: t('settings.calendars.hours'),
            cell: ({ hours }) => t('settings.calendars.open', { hours: count(hoursAWeek(hours), language) }),
          },
          {
            name: t('settings.calendars.holidays'),
            look: css.spare,
            cell: ({ holidays, holidayCountry }) =>
              holidayCountry ??
              (holidays ? t('settings.calendars.countDays', { shown: count(holidays.length, language) }) : nothing),
          },
          { name: t('settings.calendars.zone'), look: css.spare, cell: ({ zone }) => zone },
          { name: t('settings.calendars.from'), cell: ({ from, zone }) => dayName(dayIn(from, zone), language) },
        ]}
      />
      {organisation && calendars && (opened || record === NEW) && (
        <CalendarDrawer key={record} calendar={opened} zone={organisation.timeZone} />
      )}
    </>
  )
}
