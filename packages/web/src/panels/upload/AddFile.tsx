import '../../i18n/pages/upload.ts'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../Page.module.css'
import { Chosen, FilePick } from './FilePick.tsx'
import { SeenFile } from './SeenFile.tsx'
import css from './Upload.module.css'
import { useUpload } from './useUpload.ts'
import { Working } from './Working.tsx'

type Props = {
  /** Systems that sent before. */
  sources: readonly string[]
  onLoaded: () => void
  onClose: () => void
}

/** A file by hand: looked at here, shown as it would become, tried, and only then loaded. */
export default function AddFile({ sources, onLoaded, onClose }: Props) {
  const { t } = useTranslation()
  const { step, choose, again, read, send, stop, isTried } = useUpload(onLoaded)
  const [source, setSource] = useState('')
  const isWorking = step.at === 'working'
  const isLoading = isWorking && !step.dryRun
  useBlocker({ shouldBlockFn: () => isLoading && !window.confirm(t('upload.leave')), enableBeforeUnload: isLoading })
  return (
    <section className={`${page.sheet} ${css.sheet}`} aria-labelledby="upload-title">
      <div className={css.head}>
        <div>
          <h2 id="upload-title">{t('upload.title')}</h2>
          <p className={css.hint}>{t('upload.about')}</p>
        </div>
        {!isLoading && (
          <button type="button" className={page.button} onClick={onClose}>
            {t('close')}
          </button>
        )}
      </div>
      {step.at === 'choosing' ? (
        <FilePick onPick={file => void choose(file)} />
      ) : (
        <Chosen key={step.file.name} file={step.file} onAnother={isWorking ? null : again} />
      )}
      <p role="status" className={step.at === 'looking' ? css.hint : 'unseen'}>
        {step.at === 'looking' && t('upload.looking')}
      </p>
      <div role="alert">
        {step.at === 'refused' && (
          <p className={css.alert}>
            <b>{t(`upload.refused.${step.refusal}.what`)}</b> {t(`upload.refused.${step.refusal}.fix`)}
          </p>
        )}
      </div>
      {(step.at === 'seen' || isWorking) && (
        <SeenFile
          step={isWorking ? step.before : step}
          source={source}
          sources={sources}
          onSource={setSource}
          isTried={isTried}
          onRead={read}
          onSend={send}
          onAnother={again}
          working={isWorking ? <Working dryRun={step.dryRun} progress={step.progress} onStop={stop} /> : null}
        />
      )}
    </section>
  )
}
