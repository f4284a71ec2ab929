import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import css from './settings.module.css'

const looks = { label: css.label, description: `${css.hint} ${css.description}`, input: css.input, error: css.error }

/** A form whose field at `path` holds text; what is not known is the empty text. */
type InForm = {
  form: { getInputProps(path: string): ReturnType<UseFormReturnType<object>['getInputProps']> }
  path: string
  label: string
  about?: string
  required?: boolean
}

export function TextField({
  form,
  path,
  label,
  about,
  required,
  type = 'text',
  suffix,
}: InForm & { type?: 'text' | 'date' | 'number'; suffix?: string }) {
  return (
    <TextInput
      {...form.getInputProps(path)}
      type={type === 'number' ? 'text' : type}
      inputMode={type === 'number' ? 'decimal' : undefined}
      label={label}
      description={about}
      rightSection={suffix && <span className={css.hint}>{suffix}</span>}
      rightSectionWidth={suffix ? 44 : undefined}
      maxLength={500}
      withAsterisk={false}
      required={required}
      classNames={looks}
    />
  )
}

export function LongField({ form, path, label, about }: InForm) {
  return (
    <Textarea
      {...form.getInputProps(path)}
      label={label}
      description={about}
      rows={4}
      maxLength={30_000}
      classNames={looks}
    />
  )
}

/** Text, with what others wrote before at hand. */
export function WordField({ form, path, label, about, required, words }: InForm & { words: readonly string[] }) {
  return (
    <Autocomplete
      {...form.getInputProps(path)}
      label={label}
      description={about}
      data={[...new Set(words)].toSorted((one, other) => one.localeCompare(other))}
      limit={50}
      maxLength={200}
      withAsterisk={false}
      required={required}
      maxDropdownHeight={260}
      classNames={{ ...looks, dropdown: css.float, option: css.option }}
    />
  )
}

export type Choice = { value: string; label: string }

export function ChoiceField({ form, path, label, about, choices }: InForm & { choices: readonly Choice[] }) {
  return (
    <NativeSelect
      {...form.getInputProps(path)}
      label={label}
      description={about}
      data={[...choices]}
      classNames={looks}
    />
  )
}

/** Yes, no, or not told. */
export function FlagField(props: InForm) {
  const { t } = useTranslation()
  const choices = [
    { value: '', label: t('settings.untold') },
    { value: 'yes', label: t('settings.yes') },
    { value: 'no', label: t('settings.no') },
  ]
  return <ChoiceField {...props} choices={choices} />
}
