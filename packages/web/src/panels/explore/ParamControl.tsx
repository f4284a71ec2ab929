import '@mantine/core/styles/NumberInput.layer.css'
import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Param } from './exploration.ts'

type Words = Partial<Record<string, string>>

/** `windowDays` is `Window days` where nobody has put it better. */
const spoken = (name: string) => {
  const words = name
    .replace(/([A-Z]+)/g, ' $1')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type Props = {
  param: Param
  /** Null: as the organisation has it. */
  value: string | null
  classNames: Record<'label' | 'input', string | undefined>
  onChange: (value: string | null) => void
}

/** One parameter as its definition describes it: a choice of words, a number within bounds, or a text. */
export function ParamControl({ param, value, classNames, onChange }: Props) {
  const { t } = useTranslation()
  const names: Words = t('explore.paramNames', { returnObjects: true })
  const words: Words = t('explore.paramValues', { returnObjects: true })
  const label = names[param.name] ?? spoken(param.name)
  const shown = value ?? param.default ?? ''
  const pick = (picked: string) => {
    if (picked !== shown) onChange(picked === '' || picked === param.default ? null : picked)
  }
  const field = { label, classNames: { label: classNames.label, input: classNames.input } }
  if (param.values) {
    return (
      <NativeSelect
        {...field}
        data={param.values.map(one => ({ value: one, label: words[one] ?? spoken(one).toLowerCase() }))}
        value={shown}
        onChange={event => pick(event.currentTarget.value)}
      />
    )
  }
  if (param.type === 'String') {
    return (
      <TextInput
        {...field}
        key={shown}
        defaultValue={shown}
        maxLength={3}
        w={72}
        onBlur={event => pick(event.currentTarget.value.trim().toUpperCase())}
        onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
      />
    )
  }
  return (
    <NumberInput
      {...field}
      key={shown}
      defaultValue={shown}
      {...(param.min !== null && { min: param.min })}
      {...(param.max !== null && { max: param.max })}
      title={t('explore.paramBounds', { min: param.min ?? '', max: param.max ?? '' })}
      allowDecimal={param.type === 'Float'}
      decimalSeparator="."
      hideControls
      w={112}
      onBlur={event => pick(event.currentTarget.value)}
      onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}
