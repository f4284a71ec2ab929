import '@mantine/core/styles/Input.layer.css'
import { NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../../format/figures.ts'
import { useLanguage } from '../../i18n/language.ts'
import page from '../Page.module.css'
import form from '../settings/settings.module.css'
import type { Head } from './inspect.ts'
import { NothingFits } from './NothingFits.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { Result } from './Result.tsx'
import type { Preview, Reading } from './send.ts'
import css from './Upload.module.css'
import { useProblemWords } from './useProblemWords.ts'
import { useReadings } from './useReadings.ts'
import type { Attempt, Step } from './useUpload.ts'

type Seen = Extract<Step, { at: 'seen' }>

type Props = {
  step: Seen
  source: string
  sources: readonly string[]
  onSource: (source: string) => void
  isTried: (reading: Reading, source: string) => boolean
  onRead: (file: File, head: Head, wanted: Reading | null) => Promise<void>
  onSend: (before: Seen, reading: Reading, source: string, dryRun: boolean) => Promise<void>
  onAnother: () => void
  /** In the place of the buttons while the file is on its way. */
  working: ReactNode
}

const looks = {
  label: form.label,
  description: `${form.hint} ${form.description}`,
  input: form.input,
  error: form.error,
}

/** A file whose head was looked at: how it is read, what it becomes, and what may be done with it. */
export function SeenFile(props: Props) {
  const { step, source, sources, onSource, isTried, onRead, onSend, onAnother, working } = props
  const { t } = useTranslation()
  const wordsOf = useProblemWords()
  const listId = useId()
  const sourceField = useRef<HTMLInputElement>(null)
  const [asksSource, setAsksSource] = useState(false)
  const { file, head, wanted, seen, ended } = step
  const preview = seen && typeof seen === 'object' && 'preview' in seen ? seen.preview : null
  const reading = preview?.reading ?? wanted
  const { choices, nameOf, readingOf } = useReadings(preview)
  const problem = seen && typeof seen === 'object' && 'problem' in seen ? seen.problem : (preview?.problem ?? null)
  const lacks = problem?.code === 'COLUMN_MISSING' ? lackedBy(reading, preview) : null
  const isReadable = preview?.reading != null && preview.kinds.length > 0
  const isDone = ended !== null && !ended.dryRun && isOutcome(ended)
  const system = source.trim()
  const tried = reading !== null && isTried(reading, system)
  const send = (dryRun: boolean) => {
    setAsksSource(system === '')
    if (system === '') sourceField.current?.focus()
    else if (reading) void onSend(step, reading, system, dryRun)
  }
  return (
    <>
      {(!reading || 'kind' in reading) && <Notes head={head} />}
      {preview && !isDone && (
        <div className={css.fields}>
          <NativeSelect
            label={t('upload.reading')}
            description={t(
              preview.reading === null ? 'upload.readingNone' : wanted ? 'upload.readingChosen' : 'upload.readingFound',
            )}
            data={choices}
            value={reading ? nameOf(reading) : ''}
            disabled={working !== null}
            onChange={event => void onRead(file, head, readingOf(event.currentTarget.value))}
            classNames={looks}
          />
          <TextInput
            ref={sourceField}
            label={t('upload.source')}
            description={t('upload.sourceHelp')}
            value={source}
            list={listId}
            maxLength={100}
            disabled={working !== null}
            error={asksSource && system === '' ? t('upload.sourceMissing') : null}
            onChange={event => onSource(event.currentTarget.value)}
            classNames={looks}
          />
          <datalist id={listId}>
            {sources.map(name => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
      )}
      <p role="status" className={seen === null ? css.hint : 'unseen'}>
        {seen === null ? t('upload.looking') : preview && isReadable && t('upload.previewReady')}
      </p>
      <div role="alert">
        {seen === 'lost' && (
          <p className={css.alert}>
            {t('upload.lostPreview')}{' '}
            <button type="button" className={page.act} onClick={() => void onRead(file, head, wanted)}>
              {t('face.retry')}
            </button>
          </p>
        )}
        {problem && (
          <p className={css.alert}>{lacks ? t('upload.lacks', { missing: lacks.join(', ') }) : wordsOf(problem)}</p>
        )}
      </div>
      {preview && preview.reading === null && !problem && <NothingFits preview={preview} />}
      {preview && isReadable && !isDone && <PreviewTable key={JSON.stringify(reading)} kinds={preview.kinds} />}
      {ended && working === null && <Result attempt={ended} />}
      {working}
      {isReadable && working === null && (
        <div className={css.acts}>
          {isDone ? (
            <button type="button" className={page.button} onClick={onAnother}>
              {t('upload.another')}
            </button>
          ) : (
            <>
              <button type="button" className={`${page.button} ${tried ? '' : css.primary}`} onClick={() => send(true)}>
                {t(tried ? 'upload.tryAgain' : 'upload.try')}
              </button>
              <button
                type="button"
                className={`${page.button} ${tried ? css.primary : ''}`}
                disabled={!tried || !hasRows(ended)}
                onClick={() => send(false)}
              >
                {t('upload.load')}
              </button>
              <p className={css.hint}>{t(tried ? 'upload.loadHelp' : 'upload.tryHelp')}</p>
            </>
          )}
        </div>
      )}
    </>
  )
}

/** What the chosen mapping needs and the file has not. */
const lackedBy = (reading: Reading | null, preview: Preview | null) =>
  preview?.mappings.find(({ name }) => reading && 'mapping' in reading && name === reading.mapping)?.missing ?? null

const isOutcome = ({ ended }: Attempt) => typeof ended === 'object' && 'outcome' in ended

function hasRows(attempt: Attempt | null): boolean {
  if (!attempt || typeof attempt.ended !== 'object' || !('outcome' in attempt.ended)) return false
  const { received, rejected } = attempt.ended.outcome
  return received > rejected
}

/** What looks odd, where no mapping says that it is not. */
function Notes({ head }: { head: Head }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (head.notes.length === 0) return null
  return (
    <ul className={css.notes}>
      {head.notes.map(note => (
        <li key={note.about}>
          {note.about === 'uneven'
            ? t('upload.notes.uneven', { rows: count(note.rows, language), of: count(note.of, language) })
            : t(`upload.notes.${note.about}`)}
        </li>
      ))}
    </ul>
  )
}
