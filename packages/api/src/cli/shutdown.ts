const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** npm and pnpm pass on what the terminal has sent already: within this time it is the same wish. */
const SAME_WISH_MS = 1000

/**
 * A signal that aborts at the first Ctrl-C or SIGTERM. From then on the caller drains; another one, meant as such,
 * ends the process at once.
 */
export function onShutdown(): AbortSignal {
  const controller = new AbortController()
  let wishedAt = 0
  const wish = () => {
    if (wishedAt === 0) wishedAt = Date.now()
    else if (Date.now() - wishedAt > SAME_WISH_MS) process.exit(130)
    controller.abort()
  }
  for (const signal of SIGNALS) process.on(signal, wish)
  return controller.signal
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
