import type { UseFormReturnType } from '@mantine/form'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from '../settings.module.css'
import type { MapValues } from './map-values.ts'

type Props = {
  form: UseFormReturnType<MapValues>
  list: 'stages' | 'steps'
  place: number
  name: string
  children: ReactNode
}

/** One of a list: its first field, and buttons that move it or take it out. */
export function ItemHead({ form, list, place, name, children }: Props) {
  const { t } = useTranslation()
  const last = form.getValues()[list].length - 1
  const move = (to: number) => form.reorderListItem(list, { from: place, to })
  return (
    <div className={css.itemHead}>
      {children}
      <button
        type="button"
        className={css.step}
        disabled={place === 0}
        aria-label={t('settings.up', { name })}
        onClick={() => move(place - 1)}
      >
        <IconArrowUp size={16} stroke={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={css.step}
        disabled={place === last}
        aria-label={t('settings.down', { name })}
        onClick={() => move(place + 1)}
      >
        <IconArrowDown size={16} stroke={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={css.step}
        aria-label={t('settings.dropOne', { name })}
        onClick={() => form.removeListItem(list, place)}
      >
        <IconX size={16} stroke={1.75} aria-hidden="true" />
      </button>
    </div>
  )
}
