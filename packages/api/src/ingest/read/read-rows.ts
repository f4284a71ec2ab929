import { ArrayFramer } from './array-framer.ts'
import { csvRows, headerNames, splitRows } from './csv.ts'
import { type CsvDialect, CsvFramer } from './csv-framer.ts'
import { asBuffer, asUtf8, type ByteStream, peek } from './decode.ts'
import { type Frame, type Framer, frameText, isBlank, LF, LineFramer } from './frame.ts'
import { readJson } from './json.ts'
import { type RawRow, rowFault, unreadable } from './row.ts'

export const rowFormats = ['ndjson', 'json', 'csv'] as const
export type RowFormat = (typeof rowFormats)[number]

export interface ReadOptions {
  /** As iconv-lite names it; a byte order mark of UTF-16 wins. */
  encoding?: string
  /** A longer row is skipped as ROW_TOO_LONG without being held. */
  maxRowBytes?: number
  /** Leaves the text of JSON rows unread, for whoever validates them: {@link readJson}. */
  unread?: boolean
  csv?: CsvOptions
}

interface CsvOptions {
  /** One ASCII character, or `whitespace` for runs of spaces and tabs; told from the header when left out. */
  separator?: string
  /** One ASCII character; null: cells are never quoted. */
  quote?: string | null
  /** Names for a file without a header row. */
  columns?: string[]
  /** Lines above the header (or the first row) that are no data. */
  skipLines?: number
  /** Called once with the names and the header as it stands, before the first row; may throw. */
  onHeader?: (names: string[], text: string) => void
}

const FRAMES_AT_ONCE = 256
const HEAD_BYTES = 65_536
const COLUMNS_MAX = 2_000

/**
 * Reads rows as a stream, in the memory of one chunk and one row. A row that cannot be read comes out with its fault;
 * throws {@link UnreadableInput} when the input as a whole cannot be read.
 */
export async function* readRows(
  bytes: ByteStream,
  format: RowFormat,
  options: ReadOptions = {},
): AsyncIterable<RawRow> {
  const { encoding = 'utf-8', maxRowBytes = 1_048_576, unread = false } = options
  const text = notEmpty(asUtf8(bytes, encoding))
  if (format === 'csv') return yield* readCsv(text, options.csv ?? {}, maxRowBytes)
  const framer = format === 'json' ? new ArrayFramer(maxRowBytes) : new LineFramer(maxRowBytes)
  for await (const frames of frameGroups(text, framer)) {
    for (const frame of frames) {
      const row = frameText(frame)
      row.text = row.text.trim()
      yield unread || row.fault ? row : readJson(row)
    }
  }
}

async function* readCsv(
  text: AsyncIterable<Buffer>,
  { separator, quote = '"', columns, skipLines = 0, onHeader }: CsvOptions,
  maxRowBytes: number,
): AsyncIterable<RawRow> {
  const { head, bytes } = await peek(withoutLines(text, skipLines), HEAD_BYTES)
  const chosen = separator ?? separatorOf(head)
  const dialect = chosen === 'whitespace' ? chosen : { separator: chosen, quote }
  const framer =
    dialect === 'whitespace'
      ? new LineFramer(maxRowBytes, skipLines + 1)
      : new CsvFramer(maxRowBytes, dialect, skipLines + 1)
  let names = columns && headerNames(columns, COLUMNS_MAX)
  if (names) onHeader?.(names, '')
  for await (const frames of frameGroups(bytes, framer)) {
    const rows = names ? frames : frames.slice(1)
    if (!names) {
      names = headerNames(headerCells(frames[0], dialect), COLUMNS_MAX)
      onHeader?.(names, frames[0] ? frameText(frames[0]).text : '')
    }
    yield* csvRows(rows, names, dialect)
  }
  if (!names) missingHeader()
}

function headerCells(frame: Frame | undefined, dialect: CsvDialect | 'whitespace'): string[] {
  if (!frame) missingHeader()
  const { text, fault } = frameText(frame)
  const problem = fault ?? (text.includes('\r') ? loneCarriageReturn : null)
  if (problem) unreadable('UNREADABLE_HEADER', `The header cannot be read: ${problem.message}`, problem.fix)
  const cells = splitRows([text], dialect)?.[0]
  return (
    cells ??
    unreadable(
      'UNREADABLE_HEADER',
      'The header cannot be read: a quote stands where none may.',
      'Quote whole names only.',
    )
  )
}

const loneCarriageReturn = rowFault(
  'LINE_ENDING',
  'its lines end with a carriage return alone.',
  'Save the file with line endings of Unix or Windows.',
)

function missingHeader(): never {
  unreadable('HEADER_MISSING', 'There is no header row.', 'Send the names of the columns as the first row.')
}

/** The candidate that the first line holds most often; a comma when it holds none. */
function separatorOf(head: Buffer): string {
  const line = head.subarray(0, (head.indexOf(LF) + 1 || head.length + 1) - 1).toString('utf8')
  const counted = [',', ';', '\t', '|'].map(separator => ({ separator, count: line.split(separator).length }))
  return counted.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).separator
}

async function* frameGroups(text: AsyncIterable<Uint8Array>, framer: Framer): AsyncIterable<Frame[]> {
  for await (const chunk of text) yield* grouped(framer.push(asBuffer(chunk)))
  yield* grouped(framer.end())
}

function* grouped(frames: Iterable<Frame>): Iterable<Frame[]> {
  let group: Frame[] = []
  for (const frame of frames) {
    group.push(frame)
    if (group.length < FRAMES_AT_ONCE) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

async function* notEmpty(text: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let empty = true
  for await (const chunk of text) {
    empty &&= isBlank(chunk)
    yield chunk
  }
  if (empty) unreadable('EMPTY_INPUT', 'There is nothing in the input.', 'Send at least one record.')
}

async function* withoutLines(text: AsyncIterable<Buffer>, count: number): AsyncIterable<Buffer> {
  let left = count
  for await (let chunk of text) {
    while (left > 0) {
      const end = chunk.indexOf(LF)
      if (end === -1) break
      chunk = chunk.subarray(end + 1)
      left--
    }
    if (left === 0) yield chunk
  }
}
