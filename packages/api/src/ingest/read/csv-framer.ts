import { type Frame, type Framer, HeldBytes, isBlank, LF } from './frame.ts'
import { rowFault } from './row.ts'

const CR = 0x0d
const NOTHING = Buffer.alloc(0)
const NO_BYTE = -1

/** How cells are told apart, each one ASCII character; a null quote means that cells are never quoted. */
export interface CsvDialect {
  separator: string
  quote: string | null
}

type Place = 'cellStart' | 'plain' | 'quoted' | 'quoteInQuoted' | 'tooLong'

/**
 * One row per CSV record, quoted line endings included. A quote that is not closed (up to the end, the limit or a quote
 * that opens another cell) costs its own line: reading goes on with the line below it.
 */
export class CsvFramer implements Framer {
  private held: HeldBytes
  private separator: number
  private quote: number
  private line: number
  private startLine: number
  private place: Place = 'cellStart'

  constructor(
    readonly limit: number,
    dialect: CsvDialect,
    firstLine = 1,
  ) {
    this.line = firstLine
    this.startLine = firstLine
    this.held = new HeldBytes(limit)
    this.separator = dialect.separator.charCodeAt(0)
    this.quote = dialect.quote === null ? NO_BYTE : dialect.quote.charCodeAt(0)
  }

  *push(chunk: Buffer): Iterable<Frame> {
    let rest: Buffer | null = chunk
    while (rest) rest = yield* this.read(rest)
  }

  *end(): Iterable<Frame> {
    while (this.place === 'quoted') yield* this.giveUpQuote()
    yield* this.endRow(NOTHING)
  }

  /** Reads up to the end of the chunk (null), or up to where a quote was given up (the bytes from there). */
  private *read(chunk: Buffer): Generator<Frame, Buffer | null> {
    let start = 0
    let room = this.limit - this.held.length
    let quoteAt = -1
    for (let at = 0; at < chunk.length; at++) {
      if (this.place === 'cellStart' && at === start && this.held.length === 0) {
        if (quoteAt < at) quoteAt = this.nextQuote(chunk, at)
        const end = chunk.indexOf(LF, at)
        if (end !== -1 && end < quoteAt && end - at <= this.limit) at = end
      }
      const byte = chunk[at] as number
      if (byte === LF && this.place !== 'quoted') {
        this.line++
        yield* this.endRow(chunk.subarray(start, at))
        start = at + 1
        room = this.limit
        continue
      }
      const full = at - start >= room
      if ((full && this.place === 'quoted') || this.misplacesQuote(byte)) {
        this.held.add(chunk.subarray(start, at))
        yield* this.giveUpQuote()
        return chunk.subarray(at)
      }
      if (byte === LF) this.line++
      this.place = full ? 'tooLong' : this.next(byte)
    }
    this.held.add(chunk.subarray(start))
    return null
  }

  /** Up to there a line is a row, and needs no reading. */
  private nextQuote(chunk: Buffer, from: number): number {
    const at = this.quote === NO_BYTE ? -1 : chunk.indexOf(this.quote, from)
    return at === -1 ? chunk.length : at
  }

  /** Text right after a closing quote, lines below the opening one: that quote belongs to another cell. */
  private misplacesQuote(byte: number): boolean {
    if (this.place !== 'quoteInQuoted' || this.line === this.startLine) return false
    return byte !== this.quote && byte !== this.separator && byte !== CR
  }

  private next(byte: number): Place {
    const place = this.place
    if (place === 'tooLong') return place
    if (place === 'quoted') return byte === this.quote ? 'quoteInQuoted' : place
    if (byte === this.separator) return 'cellStart'
    if (byte === this.quote && place !== 'plain') return 'quoted'
    return 'plain'
  }

  private *endRow(last: Buffer): Iterable<Frame> {
    const frame = this.held.take(this.startLine, last)
    if (!isBlank(frame.bytes)) yield frame
    this.startLine = this.line
    this.place = 'cellStart'
  }

  /** The held rows start with a line whose quote does not close; the lines below it are read anew. */
  private *giveUpQuote(): Iterable<Frame> {
    const { bytes } = this.held.take(this.startLine, NOTHING)
    const lineEnd = bytes.indexOf(LF)
    if (lineEnd === -1 && bytes.length >= this.limit) {
      this.held.add(bytes)
      this.place = 'tooLong'
      return
    }
    const first = lineEnd === -1 ? bytes : bytes.subarray(0, lineEnd)
    yield { line: this.startLine, bytes: first, fault: unclosedQuote() }
    this.startLine++
    this.line = this.startLine
    this.place = 'cellStart'
    if (lineEnd !== -1) yield* this.push(bytes.subarray(lineEnd + 1))
  }
}

function unclosedQuote() {
  return rowFault(
    'UNCLOSED_QUOTE',
    'A quoted cell of this line is never closed.',
    'Close the quote; double a quote inside a cell.',
  )
}
