import '@mantine/core/styles/CloseButton.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Modal.css'
import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './drawer.module.css'

const keys = [
  ['arrows', ['←', '→']],
  ['ends', ['Home', 'End']],
  ['pages', ['PgUp', 'PgDn']],
  ['enter', ['Enter']],
  ['table', ['T']],
  ['definition', ['D']],
  ['escape', ['Esc']],
  ['help', ['?']],
] as const

/** The keys a chart listens to. */
export default function KeysList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  useEffect(() => setOpened(true), [])
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      onExitTransitionEnd={onClose}
      title={t('keys.title')}
      size={400}
      centered
      radius="lg"
      classNames={{ content: css.content, header: css.header, title: css.title }}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.16 }}
      transitionProps={{ duration: 120 }}
    >
      <dl className={css.keys}>
        {keys.map(([name, caps]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>
              {caps.map(cap => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
