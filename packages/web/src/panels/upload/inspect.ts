import Papa from 'papaparse'

/** So much of a file is looked at, and shown to the server before the rest is sent. */
const HEAD_BYTES = 262_144
const ROWS_LOOKED_AT = 500

/** Why a file is not worth sending. */
export type Refusal =
  | 'empty'
  | 'spreadsheet'
  | 'archive'
  | 'webPage'
  | 'json'
  | 'utf16'
  | 'notText'
  | 'brokenGzip'
  | 'unreadable'

/** What is odd of a file that some mapping may read all the same. */
export type Note = { about: 'noHeader' | 'encoding' } | { about: 'uneven'; rows: number; of: number }

/** The head of a file, unpacked, with what is odd of it. */
export type Head = { bytes: Uint8Array<ArrayBuffer>; isCut: boolean; notes: Note[] }

/** Looks at the beginning of a file, before anything of it is sent. */
export async function inspect(file: File): Promise<{ refusal: Refusal } | { head: Head }> {
  const read = await headOf(file).catch(() => 'unreadable' as const)
  if (typeof read === 'string') return { refusal: read }
  const { bytes, isCut } = read
  const refusal = refusalOf(bytes, file.name)
  if (refusal) return { refusal }
  const text = new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes)
  const packedName = file.name.toLowerCase().replace(/\.gz$/, '')
  const isTable = !/\.(json|jsonl|ndjson)$/.test(packedName)
  if (text.trim() === '') return { refusal: 'empty' }
  if (isTable && /^\s*<(!doctype|html|\?xml|table)/i.test(text)) return { refusal: 'webPage' }
  if (isTable && /^\s*[[{]\s*["{[]/.test(text)) return { refusal: 'json' }
  const notes = isTable ? tableNotes(text, isCut) : []
  if (!utf16Of(bytes) && !isUtf8(bytes, isCut)) notes.push({ about: 'encoding' })
  return { head: { bytes, isCut, notes } }
}

async function headOf(file: File): Promise<Omit<Head, 'notes'> | Refusal> {
  const begin = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer())
  if (begin[0] !== 0x1f || begin[1] !== 0x8b) {
    const isCut = file.size > begin.length
    return { bytes: isCut ? wholeLines(begin) : begin, isCut }
  }
  const bytes = await unpacked(file.slice(0, HEAD_BYTES))
  if (!bytes) return 'brokenGzip'
  const isCut = bytes.length >= HEAD_BYTES || file.size > HEAD_BYTES
  return { bytes: isCut ? wholeLines(bytes) : bytes, isCut }
}

/** As much as can be unpacked, up to what is looked at. Null: nothing. */
async function unpacked(packed: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value)
      length += next.value.length
      if (length >= HEAD_BYTES) break
    }
    await reader.cancel()
  } catch {
    // What was cut off ends like this, and so does what is broken.
  }
  if (parts.length === 0) return null
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes.slice(0, HEAD_BYTES)
}

const LF = 0x0a

function wholeLines(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (utf16Of(bytes)) return bytes.slice(0, bytes.length & ~1)
  const end = bytes.lastIndexOf(LF)
  return end === -1 ? bytes : bytes.slice(0, end + 1)
}

/** What its first bytes give away, whatever its name. */
function refusalOf(bytes: Uint8Array, name: string): Refusal | null {
  const begins = (...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)
  if (bytes.length === 0) return 'empty'
  // Spreadsheets of today are zip archives, those of old compound files.
  if (begins(0x50, 0x4b, 0x03, 0x04)) return /\.zip$/i.test(name) ? 'archive' : 'spreadsheet'
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'spreadsheet'
  if (begins(0x37, 0x7a, 0xbc, 0xaf) || begins(0x52, 0x61, 0x72, 0x21)) return 'archive'
  if (utf16Of(bytes)) return null
  const zeros = [0, 0]
  let odd = 0
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
    else if (byte < 9 || (byte > 13 && byte < 32)) odd += 1
  }
  // Latin letters in UTF-16 have a zero each, always on the same side.
  if (Math.max(...zeros) > bytes.length / 5 && Math.min(...zeros) < bytes.length / 100) return 'utf16'
  return Math.max(...zeros) > 0 || odd > bytes.length / 100 || begins(0x25, 0x50, 0x44, 0x46) ? 'notText' : null
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array<ArrayBuffer>, isCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut })
    return true
  } catch {
    return false
  }
}

/** A cell that no column is named by: a number, a day, an address. */
const VALUE = /^[\d\s.,:/+-]*\d[\d\s.,:/+-]*$|^\d{4}-\d\d-\d\d|^\S+@\S+\.\S+$/

function tableNotes(text: string, isCut: boolean): Note[] {
  const { data } = Papa.parse<string[]>(text, { preview: ROWS_LOOKED_AT, skipEmptyLines: true })
  const [header = [], ...rows] = isCut && data.length < ROWS_LOOKED_AT ? data.slice(0, -1) : data
  if (header.some(cell => VALUE.test(cell.trim()))) return [{ about: 'noHeader' }]
  const uneven = rows.filter(row => row.length !== header.length).length
  return uneven > 0 ? [{ about: 'uneven', rows: uneven, of: rows.length }] : []
}
