import { useMutation, useQuery } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import {
  CreateJourneyMapDocument,
  DeleteJourneyMapDocument,
  type JourneyMapSettingFragment,
  JourneyMapUseDocument,
  TouchpointSettingsDocument,
  UpdateJourneyMapDocument,
} from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import page from '../../Page.module.css'
import { ChoiceField, TextField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useChecks } from '../useChecks.ts'
import { useOpened } from '../useOpened.ts'
import { onlyChanged } from '../values.ts'
import { idealNumbers, inputOf, type MapValues, newStage, newStep, valuesOf } from './map-values.ts'
import { StageFields } from './StageFields.tsx'
import { StepFields } from './StepFields.tsx'

/** A journey as it was meant: its stages and steps, in their order, and what they should be like. */
export function MapDrawer({ map }: { map: JourneyMapSettingFragment | null }) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const { needed, aNumber, aDuration } = useChecks()
  const touchpoints = useQuery(TouchpointSettingsDocument).data?.touchpoints.nodes ?? null
  const [create] = useMutation(CreateJourneyMapDocument)
  const [update] = useMutation(UpdateJourneyMapDocument)
  const [remove] = useMutation(DeleteJourneyMapDocument)
  const stored = valuesOf(map, t('settings.hourLetter'))
  const form = useForm<MapValues>({
    initialValues: stored,
    validate: {
      name: needed,
      windowDays: aNumber,
      stages: {
        name: needed,
        ideal: { ...Object.fromEntries(idealNumbers.map(metric => [metric, aNumber])), handleSeconds: aDuration },
      },
      steps: { touchpoint: needed, maxSeconds: aDuration },
    },
  })
  const { stages, steps } = form.getValues()
  const save = async (values: MapValues) => {
    const input = inputOf(values, touchpoints ?? [])
    if (!map) return outcomeOf(await create({ variables: { input } }))
    const patch = onlyChanged(input, form.isDirty)
    return outcomeOf(await update({ variables: { id: map.id, patch, ifUpdatedAt: map.updatedAt } }))
  }
  if (!touchpoints) return null
  return (
    <RecordDrawer
      title={map?.name ?? t('settings.maps.add')}
      size={620}
      record={map}
      form={form}
      stored={stored}
      save={save}
      beforeRemoving={map && <MapUse id={map.id} />}
      onClose={close}
      {...(map && {
        remove: async () => outcomeOf(await remove({ variables: { id: map.id, ifUpdatedAt: map.updatedAt } })),
      })}
    >
      <TextField form={form} path="name" label={t('settings.maps.name')} required />
      <div className={css.pair}>
        <TextField form={form} path="windowDays" type="number" label={t('settings.maps.window')} />
        <ChoiceField
          form={form}
          path="completedBy"
          label={t('settings.maps.completedBy')}
          choices={[
            { value: '', label: t('settings.maps.never') },
            ...touchpoints.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <fieldset className={css.group}>
        <legend>{t('settings.maps.stages')}</legend>
        {stages.map((stage, place) => (
          <StageFields key={stage.id} form={form} place={place} />
        ))}
        <button
          type="button"
          className={page.button}
          onClick={() =>
            form.insertListItem(
              'stages',
              newStage(
                t('settings.maps.newStage'),
                stages.map(({ id }) => id),
              ),
            )
          }
        >
          {t('settings.maps.addStage')}
        </button>
      </fieldset>
      <fieldset className={css.group}>
        <legend>{t('settings.maps.steps')}</legend>
        {steps.map((step, place) => (
          <StepFields key={`${place} ${step.touchpoint}`} form={form} place={place} touchpoints={touchpoints} />
        ))}
        <button
          type="button"
          className={page.button}
          disabled={stages.length === 0}
          onClick={() => form.insertListItem('steps', newStep('', stages.at(-1)?.id ?? ''))}
        >
          {t('settings.maps.addStep')}
        </button>
      </fieldset>
    </RecordDrawer>
  )
}

/** Which journeys of customers lose their map. */
function MapUse({ id }: { id: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useQuery(JourneyMapUseDocument, { variables: { id }, fetchPolicy: 'network-only' })
  if (data?.node?.__typename !== 'JourneyMap') return t('settings.sure')
  return t('settings.maps.use', { journeys: count(data.node.journeys.totalCount, language) })
}
