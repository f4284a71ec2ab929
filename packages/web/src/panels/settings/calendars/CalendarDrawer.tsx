import { useMutation, useQuery } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import {
  type CalendarSettingFragment,
  CalendarUseDocument,
  CreateCalendarDocument,
  DeleteCalendarDocument,
  UpdateCalendarDocument,
} from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { isDay } from '../../../time/days.ts'
import { ChoiceField, LongField, TextField, WordField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useChecks } from '../useChecks.ts'
import { useOpened } from '../useOpened.ts'
import { onlyChanged, textOf, wordOrNull } from '../values.ts'
import { dayIn, startOfDay, today } from '../zone.ts'
import { areNoHours, hoursOf, hoursText, weekdays } from './hours.ts'

const holidayForms = ['none', 'country', 'days'] as const

const valuesOf = (calendar: CalendarSettingFragment | null, zone: string) => ({
  team: textOf(calendar?.team),
  zone: calendar?.zone ?? zone,
  from: calendar ? dayIn(calendar.from, calendar.zone) : today(zone),
  hours: hoursText(calendar?.hours ?? []),
  off: {
    form: calendar?.holidayCountry ? 'country' : calendar?.holidays ? 'days' : 'none',
    country: textOf(calendar?.holidayCountry),
    days: (calendar?.holidays ?? []).join('\n'),
  },
})
type CalendarValues = ReturnType<typeof valuesOf>

const linesOf = (text: string) => text.split(/[\s,;]+/).filter(line => line !== '')

const inputOf = ({ team, zone, from, hours, off }: CalendarValues) => ({
  team: wordOrNull(team),
  zone: zone.trim(),
  from: startOfDay(from, zone.trim()),
  hours: hoursOf(hours),
  holidays:
    off.form === 'country' ? { country: off.country.trim() } : off.form === 'days' ? { days: linesOf(off.days) } : null,
})

/** The opening hours of a team, from a day on. */
export function CalendarDrawer({ calendar, zone }: { calendar: CalendarSettingFragment | null; zone: string }) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const { needed, neededDay } = useChecks()
  const [create] = useMutation(CreateCalendarDocument)
  const [update] = useMutation(UpdateCalendarDocument)
  const [remove] = useMutation(DeleteCalendarDocument)
  const stored = valuesOf(calendar, zone)
  const someHours = (text: string) => (areNoHours(text) ? t('settings.calendars.noHours') : null)
  const form = useForm<CalendarValues>({
    initialValues: stored,
    validate: {
      zone: text => needed(text) ?? (isZone(text.trim()) ? null : t('settings.problems.UNKNOWN_ZONE')),
      from: neededDay,
      hours: Object.fromEntries(weekdays.map(day => [day, someHours])),
      off: {
        country: (text, values) => (values.off.form === 'country' ? needed(text) : null),
        days: (text, values) =>
          values.off.form === 'days' && !linesOf(text).every(isDay) ? t('settings.calendars.noDays') : null,
      },
    },
  })
  const save = async (values: CalendarValues) => {
    const input = inputOf(values)
    if (!calendar) return outcomeOf(await create({ variables: { input } }))
    const patch = onlyChanged(input, form.isDirty, { holidays: ['off'] })
    return outcomeOf(await update({ variables: { id: calendar.id, patch, ifUpdatedAt: calendar.updatedAt } }))
  }
  const { form: holidayForm } = form.getValues().off
  return (
    <RecordDrawer
      title={calendar ? (calendar.team ?? t('settings.calendars.everyTeam')) : t('settings.calendars.add')}
      record={calendar}
      form={form}
      stored={stored}
      save={save}
      beforeRemoving={calendar && <CalendarUse id={calendar.id} />}
      onClose={close}
      {...(calendar && {
        remove: async () =>
          outcomeOf(await remove({ variables: { id: calendar.id, ifUpdatedAt: calendar.updatedAt } })),
      })}
    >
      <TextField
        form={form}
        path="team"
        label={t('settings.calendars.team')}
        about={t('settings.calendars.teamAbout')}
      />
      <div className={css.pair}>
        <WordField
          form={form}
          path="zone"
          label={t('settings.calendars.zone')}
          words={Intl.supportedValuesOf('timeZone')}
          required
        />
        <TextField form={form} path="from" type="date" label={t('settings.calendars.from')} required />
      </div>
      <fieldset className={css.group}>
        <legend>{t('settings.calendars.hours')}</legend>
        <p className={css.hint}>{t('settings.calendars.hoursAbout')}</p>
        {weekdays.map(day => (
          <TextField key={day} form={form} path={`hours.${day}`} label={t(`settings.calendars.weekdays.${day}`)} />
        ))}
      </fieldset>
      <fieldset className={css.group}>
        <legend>{t('settings.calendars.holidays')}</legend>
        <ChoiceField
          form={form}
          path="off.form"
          label={t('settings.calendars.holidays')}
          choices={holidayForms.map(value => ({ value, label: t(`settings.calendars.holidayForms.${value}`) }))}
        />
        {holidayForm === 'country' && (
          <TextField
            form={form}
            path="off.country"
            label={t('settings.calendars.country')}
            about={t('settings.calendars.countryAbout')}
            required
          />
        )}
        {holidayForm === 'days' && (
          <LongField
            form={form}
            path="off.days"
            label={t('settings.calendars.days')}
            about={t('settings.calendars.daysAbout')}
          />
        )}
      </fieldset>
    </RecordDrawer>
  )
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** Which promises count in these hours. */
function CalendarUse({ id }: { id: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useQuery(CalendarUseDocument, { variables: { id }, fetchPolicy: 'network-only' })
  return data
    ? t('settings.calendars.use', { policies: count(data.slaPolicies.totalCount, language) })
    : t('settings.sure')
}
