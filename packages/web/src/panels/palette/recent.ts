const storageKey = 'tweeluik-recent'
const KEPT_MAX = 5

/** What was chosen of late, the last first. A browser that stores nothing knows of none. */
export function recentChoices(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter(id => typeof id === 'string') : []
  } catch {
    return []
  }
}

export function rememberChoice(id: string): void {
  try {
    const kept = [id, ...recentChoices().filter(other => other !== id)].slice(0, KEPT_MAX)
    localStorage.setItem(storageKey, JSON.stringify(kept))
  } catch {
    // Nothing to do: the next visit begins without it.
  }
}
