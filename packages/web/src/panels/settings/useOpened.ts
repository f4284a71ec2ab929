import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** What a new record is called in the address, before it has an id. */
export const NEW = 'new'

/** Which record of the section is open beside the list; it stands in the address. */
export function useOpened() {
  const { record } = useSearch({ from: '/settings' })
  const navigate = useNavigate()
  const open = useCallback(
    (opened: string | undefined) =>
      void navigate({ to: '.', search: old => ({ ...old, record: opened }), resetScroll: false }),
    [navigate],
  )
  const close = useCallback(() => open(undefined), [open])
  return { record: record ?? null, open, close }
}
