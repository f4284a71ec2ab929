import { Menu } from '@mantine/core'
import { IconChartLine, IconDownload, IconTable } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../graphql/failure.ts'
import { useLanguage } from '../i18n/language.ts'
import { EmptyFace } from './EmptyFace.tsx'
import { type Explorable, ExploreLink } from './ExploreLink.tsx'
import { type Shown, useShown } from './export/shown.ts'
import page from './Page.module.css'
import css from './Panel.module.css'
import { PanelTable, type Table } from './PanelTable.tsx'

type Props = {
  title: string
  /** What it shows, in one sentence. */
  about?: ReactNode
  lens?: 'cx' | 'sv'
  state: 'loading' | 'failed' | 'empty' | 'stale' | 'ready'
  failure?: Failure | null
  onRetry?: () => void
  /** What is drawn, as a table: a key press away, and what is saved as CSV. */
  table?: Table
  /** What shows the same in Explore; left out where Explore cannot. */
  explorable?: Explorable | undefined
  /** Kept whatever the state is, so that nothing jumps. In px. */
  height?: number
  children: ReactNode
}

/** A sheet of a page: its title, one sentence, and what it shows in whatever state that is. */
export function Panel({ title, about, lens, state, failure, onRetry, table, explorable, height, children }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const sheet = useRef<HTMLElement>(null)
  const [asTable, setAsTable] = useState(false)
  const isShown = state === 'ready' || state === 'stale'
  const language = useLanguage()
  const shown: Shown | null = table && isShown ? { title, element: sheet, table: () => table } : null
  useShown(shown)
  return (
    <section
      ref={sheet}
      className={`${css.panel} ${lens ? css[lens] : ''}`}
      aria-labelledby={id}
      aria-busy={state === 'loading'}
      onKeyDown={event => {
        const typing = event.target instanceof HTMLInputElement
        if (
          table &&
          isShown &&
          !typing &&
          !event.defaultPrevented &&
          !event.ctrlKey &&
          !event.metaKey &&
          event.key.toLowerCase() === 't'
        ) {
          setAsTable(!asTable)
        }
      }}
    >
      <header className={css.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {about && <p className={css.about}>{about}</p>}
        </div>
        {shown && (
          <div className={css.tools} data-on-screen-only>
            {explorable && <ExploreLink asked={explorable} of={title} className={css.tool} />}
            <button
              type="button"
              className={css.tool}
              onClick={() => setAsTable(!asTable)}
              aria-label={t(asTable ? 'panel.asChart' : 'panel.asTable')}
              title={t(asTable ? 'panel.asChart' : 'panel.asTable')}
            >
              {asTable ? (
                <IconChartLine size={16} stroke={1.75} aria-hidden="true" />
              ) : (
                <IconTable size={16} stroke={1.75} aria-hidden="true" />
              )}
            </button>
            <Menu position="bottom-end">
              <Menu.Target>
                <button
                  type="button"
                  className={css.tool}
                  aria-label={t('panel.save', { title })}
                  title={t('panel.save', { title })}
                >
                  <IconDownload size={16} stroke={1.75} aria-hidden="true" />
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  onClick={() =>
                    void import('./export/save.ts').then(({ saveCsv }) => saveCsv(title, [shown], { t, language }))
                  }
                >
                  {t('panel.asFile')}
                </Menu.Item>
                <Menu.Item
                  onClick={() => {
                    const drawn = sheet.current
                    if (drawn)
                      void import('./export/save.ts').then(({ savePng }) => savePng(title, drawn, { t, language }))
                  }}
                >
                  {t('panel.asImage')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        )}
      </header>
      <div className={`${css.body} ${state === 'stale' ? css.stale : ''}`} style={height ? { minHeight: height } : {}}>
        {state === 'loading' && <div className={css.bones} role="status" aria-label={t('panel.loading', { title })} />}
        {state === 'empty' && <EmptyFace />}
        {state === 'failed' && (
          <div className={css.face} role="alert">
            <p>{t('panel.failed')}</p>
            {onRetry && (
              <button type="button" className={page.act} onClick={onRetry}>
                {t('panel.retry')}
              </button>
            )}
            {failure?.requestId && <p>{t('face.request', { id: failure.requestId })}</p>}
          </div>
        )}
        {isShown && (asTable && table ? <PanelTable title={title} table={table} /> : children)}
      </div>
    </section>
  )
}
