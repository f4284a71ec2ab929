import { Box } from '@mantine/core'
import { IconFileText, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bytes } from '../../format/figures.ts'
import { useLanguage } from '../../i18n/language.ts'
import page from '../Page.module.css'
import css from './Upload.module.css'

/** Takes one file, dropped or chosen. */
export function FilePick({ onPick }: { onPick: (file: File) => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [many, setMany] = useState(false)
  useEffect(() => input.current?.focus(), [])
  const take = (files: FileList | null) => {
    const [file, another] = files ?? []
    setMany(another !== undefined)
    if (file && !another) onPick(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Box
      className={css.drop}
      data-over={over || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconUpload size={20} stroke={1.5} aria-hidden="true" />
      <label className={css.pick}>
        <input
          ref={input}
          type="file"
          className="unseen"
          aria-describedby="upload-formats"
          onChange={event => take(event.currentTarget.files)}
        />
        <span className={page.button}>{t('upload.choose')}</span>
      </label>
      <span>{t('upload.drop')}</span>
      <p id="upload-formats" className={css.hint}>
        {t('upload.formats')}
      </p>
      <p role="alert">{many && t('upload.many')}</p>
    </Box>
  )
}

/** The file in hand. `onAnother` null: it is being sent. */
export function Chosen({ file, onAnother }: { file: File; onAnother: (() => void) | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => line.current?.focus(), [])
  return (
    <div ref={line} tabIndex={-1} className={css.chosen}>
      <IconFileText size={18} stroke={1.5} aria-hidden="true" />
      <span className={css.name}>{file.name}</span>
      <span className={`${css.hint} figures`}>{bytes(file.size, language)}</span>
      {onAnother && (
        <button type="button" className={page.act} onClick={onAnother}>
          {t('upload.another')}
        </button>
      )}
    </div>
  )
}
