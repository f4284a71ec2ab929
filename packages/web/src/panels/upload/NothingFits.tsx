import { useTranslation } from 'react-i18next'
import type { Preview } from './send.ts'
import css from './Upload.module.css'

/** What a file holds that nothing fits, what comes nearest, and how to teach us to read it. */
export function NothingFits({ preview: { columns, mappings } }: { preview: Preview }) {
  const { t } = useTranslation()
  const [nearest] = mappings
  const fitting = mappings.filter(({ missing }) => missing.length === 0)
  if (fitting.length > 1) return <p className={css.alert}>{t('upload.several')}</p>
  const found = columns ?? []
  return (
    <div className={css.alert}>
      <p>
        <b>{t('upload.nothingFits.what')}</b> {t('upload.nothingFits.choose')}
      </p>
      {found.length > 0 && <p>{t('upload.nothingFits.columns', { columns: found.join(', ') })}</p>}
      {nearest && nearest.found > 0 && (
        <p>{t('upload.nothingFits.nearest', { name: nearest.name, missing: nearest.missing.join(', ') })}</p>
      )}
      <details>
        <summary>{t('upload.nothingFits.write')}</summary>
        <p>{t('upload.nothingFits.how')}</p>
        <pre>{skeleton(found)}</pre>
      </details>
    </div>
  )
}

const quoted = (column: string) => (/^[\w-]+$/.test(column) ? column : JSON.stringify(column))

/** A mapping to begin with. */
const skeleton = (columns: readonly string[]) => `# ${columns.join(', ')}
file: { format: csv }
zone: Europe/Amsterdam
records:
  - kind: contacts
    id: ${quoted(columns[0] ?? 'id')}
    fields:
      channel: { constant: phone }
      openedAt: { column: ${quoted(columns[1] ?? 'date')}, time: yyyy-MM-dd }
`
