import { useMutation } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  type AnnotationLens,
  type AnnotationSettingFragment,
  CreateAnnotationDocument,
  DeleteAnnotationDocument,
  UpdateAnnotationDocument,
} from '../../../graphql/generated/graphql.ts'
import { addDays, isDay } from '../../../time/days.ts'
import { ChoiceField, LongField, TextField, WordField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useDepartments } from '../useDepartments.ts'
import { useOpened } from '../useOpened.ts'
import { onlyChanged, textOf, type Values, wordOrNull } from '../values.ts'

/** As people say it: `to` is the last day, not the one after it. */
type AnnotationValues = Values &
  Record<'name' | 'from' | 'to' | 'description' | 'department' | 'lens' | 'brand', string>

const valuesOf = (annotation: AnnotationSettingFragment | null): AnnotationValues => ({
  name: textOf(annotation?.name),
  from: textOf(annotation?.from),
  to: annotation?.to ? addDays(annotation.to, -1) : '',
  description: textOf(annotation?.description),
  department: textOf(annotation?.department),
  lens: textOf(annotation?.lens),
  brand: textOf(annotation?.brand),
})

const inputOf = ({ name, from, to, description, department, lens, brand }: AnnotationValues) => ({
  name: name.trim(),
  from,
  to: to === '' ? null : addDays(to, 1),
  description: wordOrNull(description),
  department: wordOrNull(department),
  lens: (lens || null) as AnnotationLens | null,
  brand: wordOrNull(brand),
})

/** One annotation; null: a new one. */
export function AnnotationForm({ annotation }: { annotation: AnnotationSettingFragment | null }) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const departments = useDepartments()
  const [create] = useMutation(CreateAnnotationDocument)
  const [update] = useMutation(UpdateAnnotationDocument)
  const [remove] = useMutation(DeleteAnnotationDocument)
  const stored = valuesOf(annotation)
  const form = useForm<AnnotationValues>({
    initialValues: stored,
    validate: {
      name: name => (name.trim() ? null : t('settings.needed')),
      from: from => (isDay(from) ? null : t('annotationSettings.missingDay')),
      to: (to, { from }) => (to !== '' && to < from ? t('annotationSettings.endsBefore') : null),
    },
  })
  const save = async (values: AnnotationValues) => {
    const input = inputOf(values)
    if (!annotation) return outcomeOf(await create({ variables: { input } }))
    const patch = onlyChanged(input, form.isDirty)
    return outcomeOf(await update({ variables: { id: annotation.id, patch, ifUpdatedAt: annotation.updatedAt } }))
  }
  return (
    <RecordDrawer
      title={annotation?.name ?? t('annotationSettings.add')}
      record={annotation}
      form={form}
      stored={stored}
      save={save}
      onClose={close}
      {...(annotation && {
        remove: async () =>
          outcomeOf(await remove({ variables: { id: annotation.id, ifUpdatedAt: annotation.updatedAt } })),
      })}
    >
      <TextField form={form} path="name" label={t('annotationSettings.name')} required />
      <div className={css.pair}>
        <TextField form={form} path="from" type="date" label={t('annotationSettings.from')} required />
        <TextField form={form} path="to" type="date" label={t('annotationSettings.until')} />
      </div>
      <p className={css.hint}>{t('annotationSettings.untilHelp')}</p>
      <LongField form={form} path="description" label={t('annotationSettings.description')} />
      <WordField form={form} path="department" label={t('annotations.owner')} words={departments} />
      <div className={css.pair}>
        <ChoiceField
          form={form}
          path="lens"
          label={t('annotationSettings.lens')}
          choices={(['both', 'CX', 'SERVICE'] as const).map(lens => ({
            value: lens === 'both' ? '' : lens,
            label: t(`annotationSettings.lenses.${lens}`),
          }))}
        />
        <TextField form={form} path="brand" label={t('annotationSettings.brand')} />
      </div>
    </RecordDrawer>
  )
}
