import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { inspect } from './inspect.ts'

const looked = (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]) => inspect(new File(parts, name))
const wide = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const packed = (text: string) => new Uint8Array(gzipSync(text))

const TABLE = 'id;naam\n1;Zoë\n2;Bo\n'

it.each([
  ['an empty file', 'empty', 'a.csv', ''],
  ['blank lines', 'empty', 'a.csv', '\n \n'],
  ['a workbook under the name of a table', 'spreadsheet', 'orders.csv', 'PK\x03\x04...'],
  ['a workbook of old', 'spreadsheet', 'orders.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
  ['an archive', 'archive', 'orders.zip', 'PK\x03\x04...'],
  ['a page of an error', 'webPage', 'orders.csv', '<!DOCTYPE html><title>Log in</title>'],
  ['JSON under the name of a table', 'json', 'orders.csv', '[{"id": 1}]'],
  ['UTF-16 without its mark', 'utf16', 'orders.csv', wide(TABLE)],
  ['a picture', 'notText', 'orders.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0])],
  ['a PDF', 'notText', 'orders.csv', '%PDF-1.7 ...'],
  ['a gzip that is none', 'brokenGzip', 'orders.csv.gz', new Uint8Array([0x1f, 0x8b, 1, 2, 3])],
])('%s is known before it is sent', async (_what, refusal, name, content) => {
  expect(await looked(name, content)).toEqual({ refusal })
})

it.each([
  ['a plain table', [], TABLE],
  ['UTF-16 with its mark', [], wide(`\ufeff${TABLE}`)],
  ['a packed table', [], packed(TABLE)],
  ['letters of another encoding', [{ about: 'encoding' }], new Uint8Array(Buffer.from(TABLE, 'latin1'))],
  ['rows without a header', [{ about: 'noHeader' }], '1;Zoë;2026-01-01\n2;Bo;2026-01-02\n'],
  ['columns of digits and spaces', [{ about: 'noHeader' }], ' 00004 0001 19970101  2   29.33\n'],
  ['rows with too few cells', [{ about: 'uneven', rows: 1, of: 3 }], 'a,b\n1,2\n3\n4,5\n'],
])('of %s is told what is odd', async (_what, notes, content) => {
  const seen = await looked('a.csv', content)
  expect('head' in seen && seen.head).toMatchObject({ notes, isCut: false })
})

it('looks at the beginning of a long file, up to the end of a line', async () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => `${row};Zoë\n`).join('')
  for (const content of [`id;naam\n${rows}`, packed(`id;naam\n${rows}`)]) {
    const seen = await looked('a.csv', content)
    if (!('head' in seen)) throw new Error(seen.refusal)
    const { bytes, isCut, notes } = seen.head
    expect({ isCut, notes }).toEqual({ isCut: true, notes: [] })
    expect(bytes.length).toBeLessThanOrEqual(262_144)
    expect(new TextDecoder().decode(bytes)).toMatch(/^id;naam\n(\d+;Zoë\n)+$/)
  }
})
