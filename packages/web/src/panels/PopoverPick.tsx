import { Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, Suspense } from 'react'
import float from '../theme/float.module.css'
import css from './ScopeBar.module.css'

type Props = {
  label: string
  /** What the button says. */
  said: ReactNode
  opened: boolean
  onOpened: (opened: boolean) => void
  onGone?: () => void
  children: ReactNode
}

/** A chip that opens onto what there is to choose. */
export function PopoverPick({ label, said, opened, onOpened, onGone, children }: Props) {
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      onExitTransitionEnd={onGone}
      position="bottom-start"
      offset={6}
      trapFocus
      returnFocus
      transitionProps={{ duration: 120 }}
    >
      <Popover.Target>
        <button type="button" className={css.pick} onClick={() => onOpened(!opened)}>
          {said}
          <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={float.float} aria-label={label}>
        <Suspense>{children}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
