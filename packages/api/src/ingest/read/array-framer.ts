import { type Frame, type Framer, HeldBytes, isSpace, LF } from './frame.ts'
import { rowFault, unreadable } from './row.ts'

const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, OPEN_BRACE, CLOSE_BRACE] = Buffer.from('"\\,[]{}')
const NOTHING = Buffer.alloc(0)

/**
 * One row per element of one JSON array. Streaming parsers stop at the first mistake and cannot bound an element, so
 * this only finds where elements end: a broken or endless one costs no other.
 */
export class ArrayFramer implements Framer {
  private held: HeldBytes
  private place: 'beforeArray' | 'afterOpen' | 'afterComma' | 'element' | 'afterArray' | 'trailing' = 'beforeArray'
  private line = 1
  private startLine = 1
  private depth = 0
  private inString = false
  private escaped = false

  constructor(limit: number) {
    this.held = new HeldBytes(limit)
  }

  *push(chunk: Buffer): Iterable<Frame> {
    let start = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number
      if (byte === LF) this.line++
      if (this.place === 'element') {
        if (!this.endsElement(byte)) continue
        yield this.held.take(this.startLine, chunk.subarray(start, at))
        this.place = byte === COMMA ? 'afterComma' : 'afterArray'
      } else if (this.place !== 'trailing' && !isSpace(byte)) {
        if (this.lacksElement(byte)) yield this.fault('An element is missing: two commas, or a comma at the end.')
        this.enter(byte)
        start = at
      }
    }
    if (this.place === 'element' || this.place === 'trailing') this.held.add(chunk.subarray(start))
  }

  *end(): Iterable<Frame> {
    if (this.place === 'afterArray') return
    const frame = this.held.take(this.startLine, NOTHING)
    if (this.place === 'trailing') yield this.fault('Something follows the end of the array.', frame)
    else if (this.place === 'element' && this.depth > 0) yield this.fault('The input ends inside this element.', frame)
    else {
      if (this.place === 'element') yield frame
      yield this.fault('The input ends before the array is closed.')
    }
  }

  private lacksElement(byte: number): boolean {
    if (this.place === 'afterOpen') return byte === COMMA
    return this.place === 'afterComma' && (byte === COMMA || byte === CLOSE)
  }

  private enter(byte: number): void {
    this.startLine = this.line
    if (this.place === 'beforeArray') {
      if (byte !== OPEN)
        unreadable('NOT_AN_ARRAY', 'The JSON is not an array.', 'Send [{..}, {..}], or one object per line as NDJSON.')
      this.place = 'afterOpen'
    } else if (this.place === 'afterArray') {
      this.place = 'trailing'
    } else if (byte === COMMA) {
      this.place = 'afterComma'
    } else if (byte === CLOSE) {
      this.place = 'afterArray'
    } else {
      this.place = 'element'
      this.depth = 0
      this.inString = false
      this.endsElement(byte)
    }
  }

  private endsElement(byte: number): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false
      else if (byte === BACKSLASH) this.escaped = true
      else if (byte === QUOTE) this.inString = false
      return false
    }
    if (byte === QUOTE) this.inString = true
    else if (byte === OPEN || byte === OPEN_BRACE) this.depth++
    else if (this.depth === 0) return byte === COMMA || byte === CLOSE
    else if (byte === CLOSE || byte === CLOSE_BRACE) this.depth--
    return false
  }

  private fault(message: string, frame: Frame = { line: this.line, bytes: NOTHING, fault: null }): Frame {
    return { ...frame, fault: frame.fault ?? rowFault('INVALID_JSON', message, 'Send one JSON array, complete.') }
  }
}
