/** Which bucket the reader points at, shared by every chart; null for none. It lives outside React: a move redraws nothing. */
export type Crosshair = {
  get: () => number | null
  set: (index: number | null) => void
  /** Calls back on every move until the returned function is called. */
  subscribe: (moved: (index: number | null) => void) => () => void
}

export function createCrosshair(): Crosshair {
  const listeners = new Set<(index: number | null) => void>()
  let current: number | null = null
  return {
    get: () => current,
    set: index => {
      if (index === current) return
      current = index
      for (const moved of listeners) moved(index)
    },
    subscribe: moved => {
      listeners.add(moved)
      return () => listeners.delete(moved)
    },
  }
}
