import { useMutation } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import { UpdateTouchpointDocument, UpdateTriggerDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { TextField } from '../fields.tsx'
import { type Outcome, outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useOpened } from '../useOpened.ts'
import type { Department } from './department.ts'

/** What a department owns, and another name for it: a change to each of them. */
export function DepartmentDrawer({ department, names }: { department: Department; names: readonly string[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { close } = useOpened()
  const [updateTrigger] = useMutation(UpdateTriggerDocument)
  const [updateTouchpoint] = useMutation(UpdateTouchpointDocument)
  const { triggers, touchpoints } = department
  const stored = { department: department.name }
  const form = useForm({
    initialValues: stored,
    validate: { department: text => (text.trim() ? null : t('settings.needed')) },
  })
  const name = form.getValues().department.trim()

  /** One after the other; at the first that is refused it stops, and what is done stays done. */
  async function rename(): Promise<Outcome> {
    for (const [records, update] of [
      [triggers, updateTrigger],
      [touchpoints, updateTouchpoint],
    ] as const) {
      for (const { id, updatedAt } of records) {
        const outcome = outcomeOf(
          await update({ variables: { id, patch: { department: name }, ifUpdatedAt: updatedAt } }),
        )
        if (outcome.problems.length > 0) return outcome
      }
    }
    return { problems: [] }
  }

  return (
    <RecordDrawer
      title={department.name}
      record={null}
      form={form}
      stored={stored}
      save={rename}
      saveWord={t('settings.departments.rename')}
      onClose={close}
    >
      {[
        [t('settings.departments.triggers'), triggers] as const,
        [t('settings.departments.touchpoints'), touchpoints] as const,
      ].map(
        ([title, records]) =>
          records.length > 0 && (
            <section key={title}>
              <h3 className={css.label}>{title}</h3>
              <ul className={css.owned}>
                {records.map(record => (
                  <li key={record.id}>{record.name}</li>
                ))}
              </ul>
            </section>
          ),
      )}
      <TextField
        form={form}
        path="department"
        label={t('settings.departments.newName')}
        about={t('settings.departments.renames', {
          triggers: count(triggers.length, language),
          touchpoints: count(touchpoints.length, language),
        })}
        required
      />
      {name !== department.name && names.includes(name) && (
        <p className={css.hint}>{t('settings.departments.joins')}</p>
      )}
    </RecordDrawer>
  )
}
