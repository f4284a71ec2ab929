import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ByteStream, gunzipped } from './decode.ts'
import { type ReadOptions, type RowFormat, readRows } from './read-rows.ts'
import { type RawRow, UnreadableInput } from './row.ts'

async function* inChunks(bytes: Buffer, sizes: number[]): ByteStream {
  let at = 0
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? bytes.length
    yield bytes.subarray(at, at + size)
    at += size
  }
}

async function read(input: string | Buffer, format: RowFormat, options: ReadOptions = {}, sizes = [1_000_000]) {
  return Array.fromAsync(readRows(inChunks(Buffer.from(input), sizes), format, options))
}

/** What came out, or the code with which the whole was refused. */
async function outcome(
  bytes: Buffer,
  format: RowFormat,
  options: ReadOptions,
  sizes: number[],
): Promise<RawRow[] | string> {
  try {
    return await read(bytes, format, options, sizes)
  } catch (error) {
    if (error instanceof UnreadableInput) return error.problem.code
    throw error
  }
}

const chunkSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é', '😀', '[', '}', '\\') })
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const codes = (rows: RawRow[]) => rows.map(row => row.fault?.code ?? 'ok')

describe('any chunking of the bytes gives the same rows', () => {
  const formats = fc.constantFrom<RowFormat>('ndjson', 'json', 'csv')
  const noise = fc.array(fc.constantFrom(...Buffer.from('"",\n\n[]{}:a1\\\r'), 0xff, 0xc3), {
    minLength: 1,
    maxLength: 200,
  })

  test('for bytes that hardly ever make sense', async () => {
    await fc.assert(
      fc.asyncProperty(formats, noise, chunkSizes, async (format, bytes, sizes) => {
        const input = Buffer.from(bytes)
        const options = { maxRowBytes: 24 }
        expect(await outcome(input, format, options, sizes)).toEqual(
          await outcome(input, format, options, [input.length]),
        )
      }),
      { numRuns: 1_500 },
    )
  })

  test('for CSV, and the cells are those that were written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell)),
        fc.constantFrom('\n', '\r\n'),
        chunkSizes,
        async (rows, eol, sizes) => {
          const input = ['id,note', ...rows.map(row => row.map(quoted).join(','))].join(eol)
          const values = (await read(input, 'csv', {}, sizes)).map(row => row.value)
          expect(values).toEqual(rows.map(([id, note]) => ({ id, note })))
        },
      ),
    )
  })

  test('for JSON in both forms, and the values are those that were written', async () => {
    const record = fc.dictionary(
      cell,
      fc.oneof(cell, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
      {
        noNullPrototype: true,
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1 }), chunkSizes, async (records, sizes) => {
        const sent = records.map(value => JSON.parse(JSON.stringify(value)))
        const lines = await read(records.map(value => JSON.stringify(value)).join('\n'), 'ndjson', {}, sizes)
        const array = await read(JSON.stringify(records, null, 1), 'json', {}, sizes)
        expect(lines.map(row => row.value)).toEqual(sent)
        expect(array.map(row => row.value)).toEqual(sent)
      }),
    )
  })
})

describe('a row that cannot be read costs no other row', () => {
  test('NDJSON: broken, no object, too long, not UTF-8', async () => {
    const input = Buffer.concat([
      Buffer.from('{"id":1}\n{"id":\n[1]\n'),
      Buffer.from(`{"id":"${'x'.repeat(100)}"}\n`),
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 0x0a]),
      Buffer.from('\n{"id":2}'),
    ])
    const rows = await read(input, 'ndjson', { maxRowBytes: 50 })
    expect(codes(rows)).toEqual(['ok', 'INVALID_JSON', 'NOT_AN_OBJECT', 'ROW_TOO_LONG', 'INVALID_UTF8', 'ok'])
    expect(rows.map(row => row.line)).toEqual([1, 2, 3, 4, 5, 7])
  })

  test('JSON array: a broken element, a missing one, a cut end', async () => {
    const rows = await read('[\n{"id":1},\n{"id" 2},\n,\n{"id":3},\n{"id":', 'json')
    expect(codes(rows)).toEqual(['ok', 'INVALID_JSON', 'INVALID_JSON', 'ok', 'INVALID_JSON'])
    expect(rows.map(row => row.line)).toEqual([2, 3, 4, 5, 6])
    expect(codes(await read('[{"id":1}] {"id":2}', 'json'))).toEqual(['ok', 'INVALID_JSON'])
    expect(codes(await read('[{"id":1}', 'json'))).toEqual(['ok', 'INVALID_JSON'])
    expect(await read('[]', 'json')).toEqual([])
  })

  test('CSV: too few and too many cells, a stray quote, bytes that are not UTF-8', async () => {
    const input = Buffer.concat([
      Buffer.from('id,note\n1,a\n2\n3,b,c\n4,x"y\n5,'),
      Buffer.from([0xe9]),
      Buffer.from('\n6,"a\nb"\n7,z\n'),
    ])
    const rows = await read(input, 'csv')
    expect(codes(rows)).toEqual([
      'ok',
      'CSV_COLUMN_COUNT',
      'CSV_COLUMN_COUNT',
      'INVALID_CSV',
      'INVALID_UTF8',
      'ok',
      'ok',
    ])
    expect(rows.map(row => row.line)).toEqual([2, 3, 4, 5, 6, 7, 9])
    expect(rows[5]?.value).toEqual({ id: '6', note: 'a\nb' })
  })

  test('CSV: a quote that never closes costs its own line: at the end, before another quote, beyond the limit', async () => {
    const rows = await read('id,note\n1,"half\n2,b\n3,"c"\n4,"half', 'csv')
    expect(codes(rows)).toEqual(['UNCLOSED_QUOTE', 'ok', 'ok', 'UNCLOSED_QUOTE'])
    expect(rows.map(row => row.line)).toEqual([2, 3, 4, 5])
    const many = `id,note\n1,"half\n${Array.from({ length: 200 }, (_, row) => `${row},x\n`).join('')}`
    const faults = (await read(many, 'csv', { maxRowBytes: 100 })).filter(row => row.fault)
    expect(faults).toMatchObject([{ line: 2, text: '1,"half', fault: { code: 'UNCLOSED_QUOTE' } }])
  })

  test('JSON of ten thousand levels, too many keys and __proto__ are faults of their rows', async () => {
    const deep = `{"id":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 3_000 }, (_, key) => [`k${key}`, key])))
    const rows = await read(`${deep}\n${wide}\n{"a":{"__proto__":{"admin":true}}}\n{"id":1}`, 'ndjson')
    expect(codes(rows)).toEqual(['TOO_DEEP', 'TOO_MANY_KEYS', 'KEY_NOT_ALLOWED', 'ok'])
  })

  test('a number that a double cannot hold stays the text it was', async () => {
    const [row] = await read('{"id":12345678901234567890,"share":0.30000000000000004,"score":9}', 'ndjson')
    expect(row?.value).toEqual({ id: '12345678901234567890', share: 0.30000000000000004, score: 9 })
  })
})

describe('an input that cannot be read as a whole is refused with one reason', () => {
  test.each<[string, string | Buffer, RowFormat, ReadOptions, string]>([
    ['nothing', '', 'ndjson', {}, 'EMPTY_INPUT'],
    ['white space only', ' \n\n', 'csv', {}, 'EMPTY_INPUT'],
    ['an object where an array is due', '{"id":1}', 'json', {}, 'NOT_AN_ARRAY'],
    ['a column named twice', 'id,id\n1,2', 'csv', {}, 'DUPLICATE_COLUMN'],
    ['a header with an open quote', 'id,"note', 'csv', {}, 'UNREADABLE_HEADER'],
    ['line endings of the old Mac', 'id,note\r1,a\r', 'csv', {}, 'UNREADABLE_HEADER'],
    ['no header below the skipped lines', 'Report\n', 'csv', { csv: { skipLines: 1 } }, 'HEADER_MISSING'],
    ['a spreadsheet', Buffer.from('PK\x03\x04....'), 'csv', {}, 'NOT_TEXT'],
  ])('%s', async (_name, input, format, options, code) => {
    expect(await outcome(Buffer.from(input), format, options, [3])).toBe(code)
  })
})

describe('what files are made of', () => {
  test('byte order marks, UTF-16, latin-1 and gzip are read', async () => {
    const expected = [{ id: '1', note: 'beëindiging' }]
    const text = 'id;note\n1;beëindiging\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const values = async (bytes: Buffer, options: ReadOptions = {}) =>
      (await Array.fromAsync(readRows(gunzipped(inChunks(bytes, [3])), 'csv', options))).map(row => row.value)
    expect(await values(Buffer.from(`\ufeff${text}`))).toEqual(expected)
    expect(await values(utf16)).toEqual(expected)
    expect(await values(Buffer.from(text, 'latin1'), { encoding: 'latin1' })).toEqual(expected)
    expect(await values(gzipSync(text))).toEqual(expected)
    await expect(values(gzipSync(text).subarray(0, 20))).rejects.toMatchObject({ problem: { code: 'BROKEN_GZIP' } })
  })

  test('separators are told from the header; runs of white space separate when asked', async () => {
    expect((await read('id\tnote\n1\ta;b', 'csv'))[0]?.value).toEqual({ id: '1', note: 'a;b' })
    const columns = ['customer', 'date']
    const rows = await read('Report of 1998\r\n 00001  19970101\r\n', 'csv', {
      csv: { separator: 'whitespace', columns, skipLines: 1 },
    })
    expect(rows).toMatchObject([{ line: 2, value: { customer: '00001', date: '19970101' } }])
  })

  test('a line of hundreds of megabytes is skipped in flat memory', async () => {
    const block = Buffer.alloc(1_048_576, 'x')
    async function* endless(): ByteStream {
      yield Buffer.from('{"id":1}\n{"id":"')
      for (let block_ = 0; block_ < 300; block_++) yield block
      yield Buffer.from('"}\n{"id":2}\n')
    }
    const before = process.memoryUsage().rss
    const rows = await Array.fromAsync(readRows(endless(), 'ndjson'))
    expect(codes(rows)).toEqual(['ok', 'ROW_TOO_LONG', 'ok'])
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576)
  })
})
