import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Input.layer.css'
import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../format/figures.ts'
import { useLanguage } from '../i18n/language.ts'
import type { FilterField } from '../routes/scope.ts'
import css from './FilterValues.module.css'
import { useFilterValues } from './useFilterValues.ts'

/** So many values are overseen at a glance; more want a search. */
const SEEN_AT_ONCE = 8

type Props = { field: FilterField; values: readonly string[]; onPick: (values: readonly string[]) => void }

/** The values of one field to choose among; none chosen is all of them. */
export default function FilterValues({ field, values, onPick }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { found, loading, failed, labelOf } = useFilterValues(field, true)
  const [sought, setSought] = useState('')
  // What was chosen stays in sight, though it may not occur in this period.
  const all = [
    ...found,
    ...values
      .filter(value => found.every(one => one.value !== value))
      .map(value => ({ value, label: labelOf(value), n: null })),
  ]
  const shown = all.filter(({ label }) => label.toLowerCase().includes(sought.trim().toLowerCase()))
  return (
    <div className={css.values}>
      {all.length > SEEN_AT_ONCE && (
        <TextInput
          size="xs"
          value={sought}
          onChange={event => setSought(event.currentTarget.value)}
          placeholder={t('filters.seek')}
          aria-label={t('filters.seek')}
        />
      )}
      {(loading || failed || shown.length === 0) && (
        <p className={css.none} role="status">
          {t(loading ? 'filters.loading' : failed ? 'filters.failed' : 'filters.none')}
        </p>
      )}
      <ul>
        {shown.map(({ value, label, n }) => (
          <li key={value}>
            <Checkbox
              size="xs"
              checked={values.includes(value)}
              onChange={event =>
                onPick(event.currentTarget.checked ? [...values, value] : values.filter(one => one !== value))
              }
              label={
                <>
                  {label}
                  {n !== null && <span className="figures">{count(n, language)}</span>}
                </>
              }
              classNames={{ body: css.body, labelWrapper: css.wrapper, label: css.label }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
