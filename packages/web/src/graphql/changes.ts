const QUERY = 'subscription { figuresChanged { asOf } }'
/** However often figures change, they are asked no more often. */
const PAUSE_MS = 5_000
const RETRY_MS_MAX = 30_000

/** All that look again: they share one stream, since a browser opens few connections to one server. */
const watchers = new Set<() => void>()
let stop = () => {}
let turn = 0

/**
 * Looks again whenever the server says that figures have changed, one look after the other. Nobody listens while the page
 * is hidden; once it is seen again, or after the server was away, it looks anew, since nobody told it what it missed.
 *
 * @returns ends it.
 */
export function watchFigures(look: () => Promise<unknown>): () => void {
  let looking = false
  let wanted = false

  async function lookAgain(): Promise<void> {
    wanted = true
    if (looking) return
    looking = true
    while (wanted && watchers.has(lookAgain) && !document.hidden) {
      wanted = false
      await look().catch(() => {})
      await later(PAUSE_MS)
    }
    looking = false
  }

  watchers.add(lookAgain)
  if (watchers.size === 1) {
    document.addEventListener('visibilitychange', onVisibility)
    follow()
  }
  return () => {
    watchers.delete(lookAgain)
    if (watchers.size > 0) return
    document.removeEventListener('visibilitychange', onVisibility)
    follow()
  }
}

function follow(): void {
  stop()
  stop = () => {}
  turn += 1
  if (watchers.size > 0 && !document.hidden) void listen(turn)
}

async function listen(own: number): Promise<void> {
  const { createClient } = await import('graphql-sse')
  if (own !== turn) return
  const client = createClient({
    url: '/graphql/stream',
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: retries => later(Math.min(RETRY_MS_MAX, 1_000 * 2 ** Math.min(retries, 5)) * (0.5 + Math.random() / 2)),
    on: { connected: isAgain => void (isAgain && lookAgain()) },
  })
  const sink = { next: lookAgain, error: () => {}, complete: () => {} }
  client.subscribe({ query: QUERY }, sink)
  stop = () => client.dispose()
}

function lookAgain(): void {
  for (const watcher of watchers) watcher()
}

function onVisibility(): void {
  follow()
  if (!document.hidden) lookAgain()
}

const later = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
