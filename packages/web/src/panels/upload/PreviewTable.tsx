import '@mantine/core/styles/SegmentedControl.layer.css'
import { Box, SegmentedControl } from '@mantine/core'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKindName } from '../kindName.ts'
import segments from '../segments.module.css'
import table from '../Table.module.css'
import type { Preview } from './send.ts'
import css from './Upload.module.css'
import { useProblemWords } from './useProblemWords.ts'

const CHARACTERS_SHOWN = 60

/** The first records as they would become, with what is wrong beneath the row that it is in. */
export function PreviewTable({ kinds }: { kinds: Preview['kinds'] }) {
  const { t } = useTranslation()
  const kindName = useKindName()
  const wordsOf = useProblemWords()
  const [first] = kinds
  const [kind, setKind] = useState(first?.kind ?? '')
  const records = kinds.find(shown => shown.kind === kind)?.records ?? []
  const fields = [...new Set(records.flatMap(({ record }) => Object.keys(record ?? {})))]
  return (
    <div>
      <div className={css.previewHead}>
        <div>
          <h3>{t('upload.preview')}</h3>
          <p className={css.hint}>{t('upload.previewAbout', { count: records.length, kind: kindName(kind) })}</p>
        </div>
        {kinds.length > 1 && (
          <SegmentedControl
            aria-label={t('data.kind')}
            value={kind}
            onChange={setKind}
            data={kinds.map(shown => ({ value: shown.kind, label: kindName(shown.kind) }))}
            classNames={{ root: segments.root, label: segments.label }}
          />
        )}
      </div>
      <Box
        component="section"
        className={`${table.scroll} ${css.previewScroll}`}
        tabIndex={0}
        aria-label={t('upload.preview')}
      >
        <table className={`${table.table} ${table.onSheet} figures`}>
          <thead>
            <tr>
              <th scope="col">{t('upload.line')}</th>
              {fields.map(field => (
                <th key={field} scope="col">
                  {field}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map(({ line, record, problem }, row) => (
              <Fragment key={`${line} ${row}`}>
                <tr className={problem ? css.wrong : undefined}>
                  <th scope="row">{line}</th>
                  {fields.map(field => (
                    <td key={field} className={problem && isAt(problem.path, field) ? css.wrongCell : undefined}>
                      {shown(record?.[field])}
                    </td>
                  ))}
                </tr>
                {problem && (
                  <tr className={css.why}>
                    <td />
                    <td colSpan={Math.max(fields.length, 1)}>
                      <div>
                        {problem.path && <b>{problem.path}: </b>}
                        {wordsOf(problem)}
                      </div>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </Box>
    </div>
  )
}

const isAt = (path: string, field: string) => path === field || path.startsWith(`${field}.`)

function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > CHARACTERS_SHOWN ? `${text.slice(0, CHARACTERS_SHOWN)}…` : text
}
