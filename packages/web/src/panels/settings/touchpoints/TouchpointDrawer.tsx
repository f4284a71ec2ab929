import { useMutation } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  type Awareness,
  type TouchpointSettingFragment,
  UpdateTouchpointDocument,
} from '../../../graphql/generated/graphql.ts'
import { ChoiceField, FlagField, TextField, WordField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useChecks } from '../useChecks.ts'
import { useDepartments } from '../useDepartments.ts'
import { useOpened } from '../useOpened.ts'
import {
  durationText,
  flagOrNull,
  flagText,
  numberOrNull,
  onlyChanged,
  secondsOf,
  textOf,
  wordOrNull,
} from '../values.ts'

const valuesOf = (touchpoint: TouchpointSettingFragment, hour: string) => ({
  name: touchpoint.name,
  department: textOf(touchpoint.department),
  channel: touchpoint.channel,
  momentOfTruth: flagText(touchpoint.momentOfTruth),
  selfService: flagText(touchpoint.selfService),
  awareness: textOf(touchpoint.awareness),
  ideal: {
    csat: textOf(touchpoint.ideal?.csat),
    ces: textOf(touchpoint.ideal?.ces),
    maxSeconds: durationText(touchpoint.ideal?.maxSeconds, hour),
  },
})
type TouchpointValues = ReturnType<typeof valuesOf>

function inputOf({ ideal, ...values }: TouchpointValues) {
  const [csat, ces, maxSeconds] = [numberOrNull(ideal.csat), numberOrNull(ideal.ces), secondsOf(ideal.maxSeconds)]
  return {
    name: values.name.trim(),
    department: wordOrNull(values.department),
    channel: values.channel.trim(),
    momentOfTruth: flagOrNull(values.momentOfTruth),
    selfService: flagOrNull(values.selfService),
    awareness: (values.awareness || null) as Awareness | null,
    ideal: csat === null && ces === null && maxSeconds === null ? null : { csat, ces, maxSeconds },
  }
}

/** One touchpoint: its name, whose it is and its ideal. */
export function TouchpointDrawer({ touchpoint }: { touchpoint: TouchpointSettingFragment }) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const departments = useDepartments()
  const { needed, aNumber, aDuration } = useChecks()
  const [update] = useMutation(UpdateTouchpointDocument)
  const stored = valuesOf(touchpoint, t('settings.hourLetter'))
  const form = useForm({
    initialValues: stored,
    validate: { name: needed, channel: needed, ideal: { csat: aNumber, ces: aNumber, maxSeconds: aDuration } },
  })
  const save = async (values: TouchpointValues) => {
    const patch = onlyChanged(inputOf(values), form.isDirty)
    return outcomeOf(await update({ variables: { id: touchpoint.id, patch, ifUpdatedAt: touchpoint.updatedAt } }))
  }
  return (
    <RecordDrawer title={touchpoint.name} record={touchpoint} form={form} stored={stored} save={save} onClose={close}>
      <TextField form={form} path="name" label={t('settings.touchpoints.name')} required />
      <WordField form={form} path="department" label={t('settings.department')} words={departments} />
      <TextField form={form} path="channel" label={t('settings.touchpoints.channel')} required />
      <FlagField
        form={form}
        path="momentOfTruth"
        label={t('settings.touchpoints.moment')}
        about={t('settings.touchpoints.momentAbout')}
      />
      <FlagField form={form} path="selfService" label={t('settings.touchpoints.selfService')} />
      <ChoiceField
        form={form}
        path="awareness"
        label={t('settings.touchpoints.awareness')}
        choices={[
          { value: '', label: t('settings.untold') },
          { value: 'CONSCIOUS', label: t('settings.touchpoints.awarenesses.CONSCIOUS') },
          { value: 'UNCONSCIOUS', label: t('settings.touchpoints.awarenesses.UNCONSCIOUS') },
        ]}
      />
      <fieldset className={css.group}>
        <legend>{t('settings.touchpoints.ideal')}</legend>
        <div className={css.pair}>
          <TextField form={form} path="ideal.csat" type="number" label={t('settings.touchpoints.csat')} />
          <TextField form={form} path="ideal.ces" type="number" label={t('settings.touchpoints.ces')} />
          <TextField
            form={form}
            path="ideal.maxSeconds"
            label={t('settings.touchpoints.maxSeconds')}
            about={t('settings.durationAbout')}
          />
        </div>
      </fieldset>
    </RecordDrawer>
  )
}
