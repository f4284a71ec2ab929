import type { IncomingMessage } from 'node:http'
import { refuse } from '../security/faults.ts'

/**
 * The body as it comes, at most so many bytes of it. Who sends more gets an answer: the rest is let run by, since a
 * torn connection would tell nothing.
 */
export async function* limited(request: IncomingMessage, bytesMax: number): AsyncIterable<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) refuseLarge(bytesMax)
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > bytesMax) refuseLarge(bytesMax)
    yield chunk
  }
}

function refuseLarge(bytesMax: number): never {
  refuse(
    413,
    'BODY_TOO_LARGE',
    '',
    `The body is larger than ${bytesMax} bytes`,
    'Send the records in parts; the command `tweeluik import` does so by itself',
  )
}
