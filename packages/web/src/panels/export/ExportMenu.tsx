import { Menu } from '@mantine/core'
import { IconDownload, IconShare2 } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './ExportMenu.module.css'
import { useShare } from './share.ts'
import { type Standing, useStanding } from './shown.ts'

const ExportItems = lazy(() => import('./ExportItems.tsx'))

/** Passes the page on: its address, or all of it on paper, as a table or as a picture. */
export function ExportMenu({ standing }: { standing: Standing | null }) {
  const { t } = useTranslation()
  const { share, copied, isRefused } = useShare()
  const [failed, setFailed] = useState(false)
  useStanding(standing)
  return (
    <div className={css.tools} data-on-screen-only>
      <span role="status" className={css.said}>
        {copied ? t('share.copied') : isRefused ? t('share.notCopied') : failed && t('share.failed')}
      </span>
      <button type="button" className={css.tool} onClick={share} aria-label={t('share.label')} title={t('share.label')}>
        <IconShare2 size={16} stroke={1.75} aria-hidden="true" />
      </button>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <button type="button" className={css.tool} aria-label={t('share.export')} title={t('share.export')}>
            <IconDownload size={16} stroke={1.75} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Suspense>
            <ExportItems onFailed={setFailed} />
          </Suspense>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
