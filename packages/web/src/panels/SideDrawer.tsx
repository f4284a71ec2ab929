import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Drawer.layer.css'
import { Drawer } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './drawer.module.css'
import { Leaving, type LeavingWords } from './Leaving.tsx'

/**
 * A panel from the right; Esc and a click beside it close it, and focus returns to where it came from. With `leaving` it
 * asks first: something would be lost.
 */
export function SideDrawer({
  title,
  size,
  onClose,
  leaving = null,
  children,
}: {
  title: string
  size: number
  onClose: () => void
  leaving?: LeavingWords | null
  children: ReactNode | ((close: () => void) => ReactNode)
}) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [asks, setAsks] = useState(false)
  // Opened one frame after it is there: what appears open would neither slide in nor know where focus came from.
  useEffect(() => {
    setOpened(true)
    const before = document.activeElement
    // Taken away without being closed, as after saving, it leaves the focus nowhere; what it came from may be gone too.
    return () =>
      void setTimeout(() => {
        if (document.activeElement !== document.body) return
        const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body
        const reached = isThere ? before : document.getElementById('main')
        reached?.focus({ preventScroll: true })
      })
  }, [])
  return (
    <Drawer
      opened={opened}
      onClose={() => (leaving ? setAsks(!asks) : setOpened(false))}
      onExitTransitionEnd={onClose}
      position="right"
      size={size}
      title={title}
      classNames={{ content: css.content, header: css.header, body: css.body, title: css.title }}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.16 }}
      transitionProps={{ duration: 180, timingFunction: 'ease-out' }}
    >
      {leaving && asks && <Leaving words={leaving} onStay={() => setAsks(false)} onLeave={() => setOpened(false)} />}
      {typeof children === 'function' ? children(() => setOpened(false)) : children}
    </Drawer>
  )
}
