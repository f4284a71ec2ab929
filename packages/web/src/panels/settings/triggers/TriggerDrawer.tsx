import { useMutation, useQuery } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import {
  CreateTriggerDocument,
  DeleteTriggerDocument,
  type RatePer,
  type TriggerIntent,
  type TriggerSettingFragment,
  TriggerUseDocument,
  UpdateTriggerDocument,
} from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { ChoiceField, FlagField, TextField, WordField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import { useChecks } from '../useChecks.ts'
import { useDepartments } from '../useDepartments.ts'
import { useOpened } from '../useOpened.ts'
import { flagOrNull, flagText, onlyChanged, textOf, type Values } from '../values.ts'

const fields = ['name', 'department', 'parent', 'intent', 'avoidable', 'ratePer'] as const
type TriggerValues = Values & Record<(typeof fields)[number], string>

const valuesOf = (trigger: TriggerSettingFragment | null): TriggerValues => ({
  name: textOf(trigger?.name),
  department: textOf(trigger?.department),
  parent: textOf(trigger?.parent?.id),
  intent: textOf(trigger?.intent),
  avoidable: flagText(trigger?.avoidable),
  ratePer: textOf(trigger?.ratePer),
})

type Props = { trigger: TriggerSettingFragment | null; triggers: readonly TriggerSettingFragment[] }

/** One cause: its name, whose it is, and what its contacts are for. */
export function TriggerDrawer({ trigger, triggers }: Props) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const departments = useDepartments()
  const [create] = useMutation(CreateTriggerDocument)
  const [update] = useMutation(UpdateTriggerDocument)
  const [remove] = useMutation(DeleteTriggerDocument)
  const stored = valuesOf(trigger)
  const { needed } = useChecks()
  const form = useForm<TriggerValues>({ initialValues: stored, validate: { name: needed, department: needed } })

  const inputOf = (values: TriggerValues) => {
    const parent = triggers.find(({ id }) => id === values.parent)
    return {
      name: values.name.trim(),
      department: values.department.trim(),
      parent: parent ? { source: parent.source, id: parent.externalId } : null,
      intent: (values.intent || null) as TriggerIntent | null,
      avoidable: flagOrNull(values.avoidable),
      ratePer: (values.ratePer || null) as RatePer | null,
    }
  }
  const save = async (values: TriggerValues) => {
    const input = inputOf(values)
    if (!trigger) return outcomeOf(await create({ variables: { input } }))
    const patch = onlyChanged(input, form.isDirty)
    return outcomeOf(await update({ variables: { id: trigger.id, patch, ifUpdatedAt: trigger.updatedAt } }))
  }
  return (
    <RecordDrawer
      title={trigger?.name ?? t('settings.triggers.add')}
      record={trigger}
      form={form}
      stored={stored}
      save={save}
      beforeRemoving={trigger && <TriggerUse id={trigger.id} />}
      onClose={close}
      {...(trigger && {
        remove: async () => outcomeOf(await remove({ variables: { id: trigger.id, ifUpdatedAt: trigger.updatedAt } })),
      })}
    >
      <TextField form={form} path="name" label={t('settings.triggers.name')} required />
      <WordField
        form={form}
        path="department"
        label={t('settings.department')}
        about={t('settings.triggers.ownerAbout')}
        words={departments}
        required
      />
      <ChoiceField
        form={form}
        path="parent"
        label={t('settings.triggers.parent')}
        choices={[
          { value: '', label: t('settings.triggers.noParent') },
          ...triggers.flatMap(({ id, name }) => (id === trigger?.id ? [] : [{ value: id, label: name }])),
        ]}
      />
      <ChoiceField
        form={form}
        path="intent"
        label={t('settings.triggers.intent')}
        choices={[
          { value: '', label: t('settings.untold') },
          { value: 'TIME_SAVED', label: t('settings.triggers.intents.TIME_SAVED') },
          { value: 'TIME_SPENT', label: t('settings.triggers.intents.TIME_SPENT') },
        ]}
      />
      <FlagField
        form={form}
        path="avoidable"
        label={t('settings.triggers.avoidable')}
        about={t('settings.triggers.avoidableAbout')}
      />
      <ChoiceField
        form={form}
        path="ratePer"
        label={t('settings.triggers.ratePer')}
        choices={[
          { value: '', label: t('settings.untold') },
          { value: 'CUSTOMERS', label: t('settings.triggers.rates.CUSTOMERS') },
          { value: 'ORDERS', label: t('settings.triggers.rates.ORDERS') },
        ]}
      />
    </RecordDrawer>
  )
}

/** What loses its cause when it goes. */
function TriggerUse({ id }: { id: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useQuery(TriggerUseDocument, { variables: { id }, fetchPolicy: 'network-only' })
  if (data?.node?.__typename !== 'Trigger') return t('settings.sure')
  const { contacts, children, exposures } = data.node
  const said = (['contacts', 'children', 'exposures'] as const).flatMap(what => {
    const { totalCount } = { contacts, children, exposures }[what]
    return totalCount > 0
      ? [t(`settings.triggers.uses.${what}`, { count: totalCount, shown: count(totalCount, language) })]
      : []
  })
  if (said.length === 0) return t('settings.unused')
  return t('settings.triggers.use', { all: new Intl.ListFormat(language).format(said) })
}
