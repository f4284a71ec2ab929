import '../../i18n/pages/export.ts'
import { Menu } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/language.ts'
import { type Reader, savePageCsv, savePagePng } from './save.ts'
import { shownParts } from './shown.ts'

/** What a page can be saved as. A table only where the page has figures. */
export default function ExportItems({ onFailed }: { onFailed: (failed: boolean) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { copy } = useClipboard()
  const save = (saved: (reader: Reader) => Promise<void>) => () => {
    onFailed(false)
    saved({ t, language }).catch(() => onFailed(true))
  }
  return (
    <>
      <Menu.Item onClick={() => window.print()}>{t('export.pdf')}</Menu.Item>
      {shownParts().length > 0 && <Menu.Item onClick={save(savePageCsv)}>{t('export.csv')}</Menu.Item>}
      <Menu.Item onClick={save(savePagePng)}>{t('export.png')}</Menu.Item>
      <Menu.Item onClick={() => copy(location.href)}>{t('export.link')}</Menu.Item>
    </>
  )
}
