import { IconDownload, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import { useLanguage } from '../../../i18n/language.ts'
import bar from '../../ScopeBar.module.css'
import type { CustomersQuestion } from './CustomerRows.ts'
import type { ColumnName } from './columns.ts'

type Props = {
  question: CustomersQuestion
  columns: readonly ColumnName[]
  total: number | null
}

type Saving = { saved: number } | 'failed' | null

/** Saves the whole list, as it is narrowed and ordered and with its columns: page by page, until it is there or stopped. */
export function SaveCustomers({ question, columns, total }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [saving, setSaving] = useState<Saving>(null)
  const stopping = useRef(new AbortController())
  // Who has left the list waits for no file of it.
  useEffect(() => () => stopping.current.abort(), [])
  const save = async () => {
    stopping.current = new AbortController()
    setSaving({ saved: 0 })
    const heads = columns.map(name => t(`customers.listing.column.${name}`))
    const call = { name: t('customers.title'), question, columns, heads, t }
    const course = { signal: stopping.current.signal, onSaved: (saved: number) => setSaving({ saved }) }
    await import('./saveCustomers.ts')
      .then(({ saveCustomers }) => saveCustomers(call, course))
      .then(
        () => setSaving(null),
        () => setSaving(course.signal.aborted ? null : 'failed'),
      )
  }
  if (saving !== null && saving !== 'failed') {
    return (
      <button type="button" className={`${bar.pick} figures`} onClick={() => stopping.current.abort()}>
        <IconX size={15} stroke={1.75} aria-hidden="true" />
        {t('customers.listing.saving', {
          saved: count(saving.saved, language),
          total: count(total, language),
        })}
      </button>
    )
  }
  return (
    <button type="button" className={bar.pick} disabled={!total} onClick={() => void save()}>
      <IconDownload size={15} stroke={1.75} aria-hidden="true" />
      {t(saving === 'failed' ? 'customers.listing.saveFailed' : 'customers.listing.save')}
    </button>
  )
}
