import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { describe, expect, test } from 'vitest'
import { badInputServer, CSV, MEBIBYTE, NDJSON, sound } from './delivery.ts'

const own = badInputServer()
const chunk = Buffer.alloc(65_536, 'x')

function* chunksOf(bytes: number): Iterable<Buffer> {
  for (let left = bytes; left > 0; left -= chunk.length) yield chunk
}

/** Sends over a bare socket what is made as it is asked for, and reads nothing of the answer before all is sent. */
async function stream(contentType: string, parts: Iterable<string | Buffer>) {
  const { hostname, port, host } = new URL(own.server.address)
  const lines = [
    `POST /ingest/contacts?source=${randomUUID()} HTTP/1.1`,
    `Host: ${host}`,
    `Content-Type: ${contentType}`,
    'Prefer: wait=60',
    'Transfer-Encoding: chunked',
  ]
  function* framed() {
    yield `${lines.join('\r\n')}\r\n\r\n`
    for (const part of parts) {
      yield `${Buffer.byteLength(part).toString(16)}\r\n`
      yield part
      yield '\r\n'
    }
    yield '0\r\n\r\n'
  }
  const socket = connect({ host: hostname, port: Number(port) })
  await pipeline(Readable.from(framed()), socket, { end: false })
  let answer = ''
  for await (const part of socket) {
    answer += part
    // What ends an answer is the end of its one JSON object.
    if (answer.endsWith('}')) break
  }
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), told: JSON.parse(body) }
}

describe('a line without end', () => {
  /** Between two sound records. Gives the answer, and by how much this process grew at most. */
  async function sendLine(bytes: number) {
    const before = process.memoryUsage().rss
    let grownBytes = 0
    function* body() {
      yield `${JSON.stringify(sound.contacts('before'))}\n{"id":"`
      for (const part of chunksOf(bytes)) {
        grownBytes = Math.max(grownBytes, process.memoryUsage().rss - before)
        yield part
      }
      yield `"}\n${JSON.stringify(sound.contacts('after'))}\n`
    }
    const answer = await stream(NDJSON, body())
    return { ...answer, grownBytes }
  }

  test('is skipped in flat memory while its delivery is within the limit, and the rest lands', async () => {
    const { status, told, grownBytes } = await sendLine(200 * MEBIBYTE)
    expect(status).toBe(200)
    expect(told).toMatchObject({
      received: 3,
      created: 2,
      rejected: 1,
      rejections: [{ line: 2, code: 'ROW_TOO_LONG' }],
    })
    expect(grownBytes).toBeLessThan(100 * MEBIBYTE)
  })

  test('is refused in flat memory beyond the limit of a delivery', async () => {
    const { status, told, grownBytes } = await sendLine(400 * MEBIBYTE)
    expect(status).toBe(413)
    expect(told).toMatchObject({ code: 'BODY_TOO_LARGE', fix: expect.stringContaining('tweeluik import') })
    expect(grownBytes).toBeLessThan(100 * MEBIBYTE)
  })
})

describe('refused at its first bytes, a delivery is answered also to who reads nothing before all is sent:', () => {
  test.each<[string, contentType: string, beginning: string, code: string]>([
    ['a spreadsheet', CSV, 'PK\x03\x04', 'NOT_TEXT'],
    ['a header that names a column twice', CSV, 'id,id\n', 'DUPLICATE_COLUMN'],
    ['JSON that is no list', 'application/json', '{', 'NOT_AN_ARRAY'],
    ['more records than a batch holds', NDJSON, '{}\n'.repeat(50_001), 'BATCH_TOO_LARGE'],
  ])('%s', async (_name, contentType, beginning, code) => {
    const { status, told } = await stream(contentType, [beginning, ...chunksOf(20 * MEBIBYTE)])
    expect([400, 413]).toContain(status)
    expect(told).toMatchObject({ code })
  })
})
