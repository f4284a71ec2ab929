import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import iconv from 'iconv-lite'
import { unreadable } from './row.ts'

/** Bytes of unknown chunking, as a file or a request gives them. */
export type ByteStream = AsyncIterable<Uint8Array>

/** The stream with its first bytes looked at: at least `count`, unless it is shorter. Read `bytes` to the end or not at all. */
export async function peek(stream: ByteStream, count: number): Promise<{ head: Buffer; bytes: ByteStream }> {
  const iterator = stream[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  while (length < count) {
    const next = await iterator.next()
    if (next.done) break
    parts.push(next.value)
    length += next.value.length
  }
  const head = Buffer.concat(parts)
  return { head, bytes: following(head, iterator) }
}

async function* following(head: Buffer, iterator: AsyncIterator<Uint8Array>): ByteStream {
  try {
    if (head.length > 0) yield head
    for (;;) {
      const next = await iterator.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await iterator.return?.()
  }
}

/** Unpacks what begins with gzip's magic bytes, whatever its name; anything else passes as it is. */
export async function* gunzipped(stream: ByteStream): ByteStream {
  const { head, bytes } = await peek(stream, 2)
  if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* bytes
  const packed = Readable.from(bytes, { objectMode: false })
  const unpacked = createGunzip()
  packed.on('error', error => unpacked.destroy(error))
  try {
    yield* packed.pipe(unpacked)
  } catch (error) {
    if (!isZlibFault(error)) throw error
    unreadable(
      'BROKEN_GZIP',
      'The gzip data is broken or cut short.',
      'Pack or copy the file again; what came before was read.',
    )
  } finally {
    packed.destroy()
  }
}

function isZlibFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
}

/** The stream as UTF-8 without byte order mark. A mark of UTF-16 wins over the encoding named. */
export async function* asUtf8(stream: ByteStream, encoding: string): AsyncIterable<Buffer> {
  const { head, bytes } = await peek(stream, 4)
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (marked || !isUtf8Name(encoding)) return yield* transcoded(bytes, marked ? 'utf-16' : encoding)
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') {
    unreadable(
      'NOT_TEXT',
      'This is a zip archive or a spreadsheet, not text.',
      'Save it as CSV (UTF-8), or unpack it first.',
    )
  }
  let skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0
  for await (const chunk of bytes) {
    yield asBuffer(chunk).subarray(skip)
    skip = 0
  }
}

async function* transcoded(bytes: ByteStream, encoding: string): AsyncIterable<Buffer> {
  const decoder = iconv.getDecoder(encoding)
  for await (const chunk of bytes) yield Buffer.from(decoder.write(asBuffer(chunk)))
  yield Buffer.from(decoder.end() ?? '')
}

function isUtf8Name(encoding: string): boolean {
  return /^utf-?8$/i.test(encoding)
}

/** The same memory seen as a Buffer. */
export function asBuffer(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}
