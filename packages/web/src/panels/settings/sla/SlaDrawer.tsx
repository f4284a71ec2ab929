import { useMutation, useQuery } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  CalendarSettingsDocument,
  CreateSlaPolicyDocument,
  DeleteSlaPolicyDocument,
  type SlaPolicySettingFragment,
} from '../../../graphql/generated/graphql.ts'
import { ChoiceField, TextField, WordField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useChecks } from '../useChecks.ts'
import { useOpened } from '../useOpened.ts'
import { durationText, secondsOf, textOf, wordOrNull } from '../values.ts'
import { startOfDay, today } from '../zone.ts'
import { conditions, nextVersion, targets, whoseOf } from './sla.ts'

const valuesOf = (policy: SlaPolicySettingFragment | null, hour: string, zone: string) => ({
  from: today(zone),
  where: {
    channel: textOf(policy?.where.channel),
    team: textOf(policy?.where.team),
    topic: textOf(policy?.where.topic),
    segment: textOf(policy?.where.segment),
  },
  firstResponseSeconds: durationText(policy?.firstResponseSeconds, hour),
  nextReplySeconds: durationText(policy?.nextReplySeconds, hour),
  resolutionSeconds: durationText(policy?.resolutionSeconds, hour),
  calendar: textOf(policy?.calendar?.id),
})
type SlaValues = ReturnType<typeof valuesOf>

type Props = {
  policy: SlaPolicySettingFragment | null
  policies: readonly SlaPolicySettingFragment[]
  zone: string
}

/** A promise: it is never changed, but followed by a new version from a day on. */
export function SlaDrawer({ policy, policies, zone }: Props) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const { aDuration, neededDay } = useChecks()
  const calendars = useQuery(CalendarSettingsDocument).data?.calendars.nodes ?? []
  const [create] = useMutation(CreateSlaPolicyDocument)
  const [remove] = useMutation(DeleteSlaPolicyDocument)
  const stored = valuesOf(policy, t('settings.hourLetter'), zone)
  const version = nextVersion(policy, policies)
  const form = useForm<SlaValues>({
    initialValues: stored,
    validate: {
      from: neededDay,
      firstResponseSeconds: aDuration,
      nextReplySeconds: aDuration,
      resolutionSeconds: aDuration,
    },
  })
  const save = async ({ from, where, calendar: chosen, ...promised }: SlaValues) => {
    const calendar = calendars.find(({ id }) => id === chosen)
    const input = {
      version,
      brand: policy?.brand ?? null,
      from: startOfDay(from, zone),
      where: {
        channel: wordOrNull(where.channel),
        team: wordOrNull(where.team),
        topic: wordOrNull(where.topic),
        segment: wordOrNull(where.segment),
      },
      firstResponseSeconds: secondsOf(promised.firstResponseSeconds),
      nextReplySeconds: secondsOf(promised.nextReplySeconds),
      resolutionSeconds: secondsOf(promised.resolutionSeconds),
      calendar: calendar ? { source: calendar.source, id: calendar.externalId } : null,
    }
    return outcomeOf(await create({ variables: { input } }))
  }
  const wordsOf = (condition: (typeof conditions)[number]) => policies.flatMap(({ where }) => where[condition] ?? [])
  return (
    <RecordDrawer
      title={policy ? whoseOf(policy) || t('settings.everyone') : t('settings.sla.add')}
      record={policy}
      form={form}
      stored={stored}
      save={save}
      saveWord={t('settings.sla.newVersion', { version })}
      beforeRemoving={t('settings.sla.use')}
      onClose={close}
      {...(policy && {
        remove: async () => outcomeOf(await remove({ variables: { id: policy.id, ifUpdatedAt: policy.updatedAt } })),
      })}
    >
      <TextField form={form} path="from" type="date" label={t('settings.sla.from')} required />
      {targets.map(target => (
        <TextField
          key={target}
          form={form}
          path={target}
          label={t(`settings.sla.${target}`)}
          {...(target === targets[0] && { about: t('settings.durationAbout') })}
        />
      ))}
      <ChoiceField
        form={form}
        path="calendar"
        label={t('settings.sla.calendar')}
        choices={[
          { value: '', label: t('settings.sla.always') },
          ...calendars.map(({ id, team }) => ({ value: id, label: team ?? t('settings.calendars.everyTeam') })),
        ]}
      />
      {!policy && (
        <fieldset className={css.group}>
          <legend>{t('settings.sla.where')}</legend>
          <p className={css.hint}>{t('settings.sla.whereAbout')}</p>
          <div className={css.pair}>
            {conditions.map(condition => (
              <WordField
                key={condition}
                form={form}
                path={`where.${condition}`}
                label={t(`settings.sla.${condition}`)}
                words={wordsOf(condition)}
              />
            ))}
          </div>
        </fieldset>
      )}
    </RecordDrawer>
  )
}
