import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/dates/styles.layer.css'
import '../i18n/pages/calendar.ts'
import { DatePicker, DatesProvider } from '@mantine/dates'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/nl'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/language.ts'
import { addDays, type Day } from '../time/days.ts'
import { longestPeriodDays, type Period } from '../time/periods.ts'
import css from './ScopeBar.module.css'

type Props = { period: Period; latest: Day; onPick: (period: Period) => void }

/** Two days on a calendar; both count. Weekends look like other days: colour belongs to data. */
export default function RangePicker({ period, latest, onPick }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [range, setRange] = useState<[Day | null, Day | null]>([period.from, addDays(period.to, -1)])
  return (
    <DatesProvider settings={{ locale: language === 'nl' ? 'nl' : 'en-gb', firstDayOfWeek: 1, weekendDays: [] }}>
      <p className={css.hint}>{t('calendar.pick')}</p>
      <DatePicker
        type="range"
        allowSingleDateInRange
        hideOutsideDates
        ariaLabels={{
          previousMonth: t('calendar.previousMonth'),
          nextMonth: t('calendar.nextMonth'),
          previousYear: t('calendar.previousYear'),
          nextYear: t('calendar.nextYear'),
          previousDecade: t('calendar.previousDecade'),
          nextDecade: t('calendar.nextDecade'),
        }}
        size="sm"
        value={range}
        defaultDate={period.to > latest ? latest : addDays(period.to, -1)}
        minDate={addDays(latest, -longestPeriodDays)}
        maxDate={latest}
        onChange={picked => {
          setRange(picked)
          const [from, to] = picked
          if (from && to) onPick({ from, to: addDays(to, 1) })
        }}
      />
    </DatesProvider>
  )
}
