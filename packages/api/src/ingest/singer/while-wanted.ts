import { setTimeout } from 'node:timers/promises'
import type { ByteStream } from '../read/decode.ts'

interface Wanted {
  /** Aborted: nothing more is wanted. */
  signal: AbortSignal
  pauseMs: number
  /** Called between two pieces, and when none came for so long. */
  onPause(): Promise<void>
}

/** What comes of a stream that may be silent for long, as long as it is wanted. */
export async function* whileWanted(bytes: ByteStream, { signal, pauseMs, onPause }: Wanted): ByteStream {
  const pieces = bytes[Symbol.asyncIterator]()
  const unwanted = new Promise<null>(resolve => signal.addEventListener('abort', () => resolve(null), { once: true }))
  let next = pieces.next()
  while (!signal.aborted) {
    const silence = new AbortController()
    const pause = setTimeout(pauseMs, 'pause' as const, { signal: silence.signal }).catch(() => 'pause' as const)
    const came = await Promise.race([next, pause, unwanted])
    silence.abort()
    if (came === null) return
    if (came === 'pause') {
      await onPause()
      continue
    }
    if (came.done) return
    yield came.value
    await onPause()
    next = pieces.next()
  }
}
