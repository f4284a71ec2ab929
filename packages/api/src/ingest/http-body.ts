import type { IncomingMessage } from 'node:http'
import { refuse } from '../security/faults.ts'

/**
 * The body as it comes, at most so many bytes of it. The connection stays whole: torn, it would tell the sender nothing.
 * What is left when this is returned is let run by.
 */
export async function* limited(request: IncomingMessage, bytesMax: number): AsyncGenerator<Buffer, void, undefined> {
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
