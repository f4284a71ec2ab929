import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'

/** A view that a reader wants back: its name, and the search part of its address. */
export type SavedView = { name: string; search: string }

export const NAME_LENGTH_MAX = 60
const VIEWS_MAX = 50

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'string'

/** What a browser kept; what is no view of ours, or was kept by another hand, is not there. */
export function readViews(text: string | undefined): SavedView[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isView).slice(0, VIEWS_MAX) : []
  } catch {
    return []
  }
}

/** The views kept in this browser, newest first. One of the same name takes the place of the older. */
export function useViews() {
  const [views, setViews] = useLocalStorage<SavedView[]>({
    key: 'tweeluik-views',
    defaultValue: [],
    deserialize: readViews,
    getInitialValueInEffect: false,
  })
  const others = useCallback((name: string) => views.filter(view => view.name !== name), [views])
  const keep = useCallback(
    (view: SavedView) => setViews([view, ...others(view.name)].slice(0, VIEWS_MAX)),
    [others, setViews],
  )
  const forget = useCallback((name: string) => setViews(others(name)), [others, setViews])
  return { views, keep, forget }
}
