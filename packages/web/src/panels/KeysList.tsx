import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import { Modal } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
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

/** The typeface we send has no arrows. */
const arrows: Record<string, ReactNode> = {
  '←': <IconArrowLeft size={12} stroke={2} role="img" aria-label="←" />,
  '→': <IconArrowRight size={12} stroke={2} role="img" aria-label="→" />,
}

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
      classNames={{ content: css.content, header: css.header, body: css.body, title: css.title }}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.16 }}
      transitionProps={{ duration: 120 }}
    >
      <dl className={css.keys}>
        {keys.map(([name, caps]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>
              {caps.map(cap => (
                <kbd key={cap}>{arrows[cap] ?? cap}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
