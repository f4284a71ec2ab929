import { Button } from '@mantine/core'
import { Link, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../panels/Page.module.css'
import { TopBar } from '../panels/TopBar.tsx'
import { useDrawers } from './useDrawers.ts'

const DefinitionDrawer = lazy(() => import('../panels/DefinitionDrawer.tsx'))
const RecordsDrawer = lazy(() => import('../panels/RecordsDrawer.tsx'))
const AnnotationDrawer = lazy(() => import('../panels/AnnotationDrawer.tsx'))
const Palette = lazy(() => import('../panels/palette/Palette.tsx'))
const HelpDrawer = lazy(() => import('../panels/help/HelpDrawer.tsx'))

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** What every page stands in. */
export function Root() {
  const [over, setOver] = useState<'palette' | 'help' | null>(null)
  const close = () => setOver(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) setOver('help')
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        // A browser would put its own search there.
        event.preventDefault()
        setOver('palette')
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <TopBar onPalette={() => setOver('palette')} onHelp={() => setOver('help')} />
      <Outlet />
      <Suspense>
        {over === 'palette' && <Palette onClose={close} onHelp={() => setOver('help')} />}
        {over === 'help' && <HelpDrawer onClose={close} />}
        <Drawers />
      </Suspense>
    </>
  )
}

/** What a figure means, and what it was made of: the same on every page. */
function Drawers() {
  const { opened, close } = useDrawers()
  return (
    <>
      {opened.definition && <DefinitionDrawer metricKey={opened.definition} onClose={close} />}
      {opened.records && <RecordsDrawer opened={opened.records} onClose={close} />}
      {opened.annotation && <AnnotationDrawer id={opened.annotation} onClose={close} />}
    </>
  )
}

export function NotFound() {
  const { t } = useTranslation()
  return (
    <main id="main" className={`${page.wrap} ${page.main}`}>
      <div className={page.lede}>
        <div>
          <h1>{t('notFound.title')}</h1>
          <p className={page.beside}>
            <Link to="/">{t('notFound.back')}</Link>
          </p>
        </div>
      </div>
    </main>
  )
}

/** In the place of a page that failed; a new version may have taken away what it was still to load. */
export function Broken() {
  const { t } = useTranslation()
  return (
    <main id="main" className={`${page.wrap} ${page.main}`}>
      <div className={page.lede} role="alert">
        <div>
          <h1>{t('broken.title')}</h1>
          <p className={page.beside}>{t('broken.next')}</p>
          <Button variant="default" mt="md" onClick={() => window.location.reload()}>
            {t('broken.again')}
          </Button>
        </div>
      </div>
    </main>
  )
}
