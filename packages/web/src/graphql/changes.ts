const QUERY = 'subscription { figuresChanged { asOf } }'
/** However often figures change, they are asked no more often. */
const PAUSE_MS = 5_000
const RETRY_MS_MAX = 30_000

/**
 * Looks again whenever the server says that figures have changed, one look after the other. Nobody listens while the page
 * is hidden; once it is seen again, or after the server was away, it looks anew, since nobody told it what it missed.
 *
 * @returns ends it.
 */
export function watchFigures(look: () => Promise<unknown>): () => void {
  let stop = () => {}
  let looking = false
  let wanted = false
  let ended = false
  let turn = 0

  async function lookAgain(): Promise<void> {
    wanted = true
    if (looking) return
    looking = true
    while (wanted && !ended && !document.hidden) {
      wanted = false
      await look().catch(() => {})
      await later(PAUSE_MS)
    }
    looking = false
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
    const sink = { next: () => void lookAgain(), error: () => {}, complete: () => {} }
    client.subscribe({ query: QUERY }, sink)
    stop = () => client.dispose()
  }

  function follow(): void {
    stop()
    stop = () => {}
    turn += 1
    if (!document.hidden) void listen(turn)
  }

  const onVisibility = () => {
    follow()
    if (!document.hidden) void lookAgain()
  }
  document.addEventListener('visibilitychange', onVisibility)
  follow()
  return () => {
    ended = true
    turn += 1
    document.removeEventListener('visibilitychange', onVisibility)
    stop()
  }
}

const later = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
