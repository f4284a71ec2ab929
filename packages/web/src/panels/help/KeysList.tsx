import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './Help.module.css'

const everywhere = [
  ['palette', ['Ctrl', 'K']],
  ['help', ['?']],
  ['escape', ['Esc']],
] as const
const onCharts = [
  ['arrows', ['←', '→']],
  ['ends', ['Home', 'End']],
  ['pages', ['PgUp', 'PgDn']],
  ['enter', ['Enter']],
  ['table', ['T']],
  ['definition', ['D']],
  ['explore', ['E']],
] as const

/** The typeface we send has no arrows. */
const arrows: Record<string, ReactNode> = {
  '←': <IconArrowLeft size={12} stroke={2} role="img" aria-label="←" />,
  '→': <IconArrowRight size={12} stroke={2} role="img" aria-label="→" />,
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The keys that work everywhere, and those a chart listens to. */
export function KeysList() {
  const { t } = useTranslation()
  return (
    <dl className={css.keys}>
      {[...everywhere, ...onCharts].map(([name, caps]) => (
        <div key={name}>
          <dt>
            {caps.map(cap => (
              <kbd key={cap}>{cap === 'Ctrl' && isMac ? '⌘' : (arrows[cap] ?? cap)}</kbd>
            ))}
          </dt>
          <dd>{t(`help.keys.${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
