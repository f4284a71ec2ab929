import { isUtf8 } from 'node:buffer'
import { type RawRow, type RowFault, rowFault } from './row.ts'

/** The bytes of one row, cut out of the stream but not yet understood. */
export interface Frame {
  line: number
  bytes: Buffer
  fault: RowFault | null
}

/** Cuts a stream into rows, chunk by chunk, holding at most one row. The cuts depend on the bytes, never on the chunks. */
export interface Framer {
  push(chunk: Buffer): Iterable<Frame>
  end(): Iterable<Frame>
}

export const LF = 0x0a
const CR = 0x0d
const KEPT_OF_TOO_LONG = 1_000

/**
 * The beginning of a row that continues in the next chunk. It never holds more than `limit` bytes, however long the row.
 * Here and in the framers fields are `private`, not `#`: under `experimentalDecorators` the loader compiles `#` into a
 * look-up in a WeakMap, and these stand in loops over bytes.
 */
export class HeldBytes {
  private bytes = Buffer.allocUnsafe(1_024)
  length = 0
  private tooLong = false

  constructor(readonly limit: number) {}

  add(bytes: Buffer): void {
    if (this.tooLong || this.length + bytes.length > this.limit) {
      this.copy(bytes.subarray(0, Math.max(0, KEPT_OF_TOO_LONG - this.length)))
      this.tooLong = true
      return
    }
    this.copy(bytes)
  }

  /** The row that ends with these bytes. */
  take(line: number, last: Buffer): Frame {
    if (this.length === 0 && !this.tooLong && last.length <= this.limit) {
      return { line, bytes: last, fault: null }
    }
    this.add(last)
    const bytes = Buffer.from(this.bytes.subarray(0, this.length))
    const fault = this.tooLong ? tooLong(this.limit) : null
    this.length = 0
    this.tooLong = false
    return { line, bytes: fault ? bytes.subarray(0, KEPT_OF_TOO_LONG) : bytes, fault }
  }

  private copy(bytes: Buffer): void {
    const length = this.length + bytes.length
    if (length > this.bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(length, Math.min(this.bytes.length * 2, this.limit)))
      this.bytes.copy(grown, 0, 0, this.length)
      this.bytes = grown
    }
    bytes.copy(this.bytes, this.length)
    this.length = length
  }
}

function tooLong(limit: number): RowFault {
  return rowFault(
    'ROW_TOO_LONG',
    `The row is longer than ${limit.toLocaleString('en')} bytes; it was skipped.`,
    'Send a shorter row; look for a missing line ending, quote or bracket.',
  )
}

/** One row per line; blank lines are no rows. */
export class LineFramer implements Framer {
  private held: HeldBytes
  private line: number

  constructor(limit: number, firstLine = 1) {
    this.held = new HeldBytes(limit)
    this.line = firstLine
  }

  *push(chunk: Buffer): Iterable<Frame> {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(LF, start)
      if (end === -1) break
      const frame = this.held.take(this.line++, chunk.subarray(start, end))
      if (!isBlank(frame.bytes)) yield frame
      start = end + 1
    }
    this.held.add(chunk.subarray(start))
  }

  *end(): Iterable<Frame> {
    const frame = this.held.take(this.line, Buffer.alloc(0))
    if (!isBlank(frame.bytes)) yield frame
  }
}

/** Nothing but white space. */
export function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (!isSpace(byte)) return false
  return true
}

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === LF || byte === CR || byte === 0x09
}

/** The text of a frame without the carriage return of its line ending; a fault when the bytes are not UTF-8. */
export function frameText({ line, bytes, fault }: Frame): RawRow {
  const content = bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes
  return { line, text: content.toString('utf8'), value: null, fault: fault ?? (isUtf8(content) ? null : invalidUtf8()) }
}

function invalidUtf8(): RowFault {
  return rowFault(
    'INVALID_UTF8',
    'The row holds bytes that are not UTF-8.',
    'Send UTF-8, or say the encoding of the file in a mapping (`encoding: latin1`).',
  )
}
