const FIRST_BYTES = 1_048_576
const CHARACTER_BYTES_MAX = 3
const LINE_FEED = 0x0a

/** Where a line stands. */
export interface Span {
  from: number
  to: number
}

/** The lines of a COPY as they come, outside the heap: there, every collection would carry those of the whole batch along. */
export class CopyLines {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES)
  #length = 0

  add(line: string): Span {
    const from = this.#length
    const needed = from + line.length * CHARACTER_BYTES_MAX + 1
    if (needed > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], needed * 2)
    this.#length += this.#bytes.write(line, from)
    this.#bytes[this.#length++] = LINE_FEED
    return { from, to: this.#length }
  }

  /** The lines that stand there, in memory of their own. */
  take(spans: Iterable<Span>): Uint8Array<ArrayBuffer> {
    const kept: Buffer[] = []
    let start = 0
    let end = 0
    for (const { from, to } of spans) {
      if (from !== end) {
        kept.push(this.#bytes.subarray(start, end))
        start = from
      }
      end = to
    }
    kept.push(this.#bytes.subarray(start, end))
    return new Uint8Array(Buffer.concat(kept))
  }
}
