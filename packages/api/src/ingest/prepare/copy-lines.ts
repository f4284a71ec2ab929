const FIRST_BYTES = 1_048_576
const CHARACTER_BYTES_MAX = 3
const LINE_FEED = 0x0a

/** The lines of a COPY as they come, outside the heap: there, every collection would carry those of the whole batch along. */
export class CopyLines {
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES)
  private length = 0

  add(line: string): void {
    const needed = this.length + line.length * CHARACTER_BYTES_MAX + 1
    if (needed > this.bytes.length) this.bytes = Buffer.concat([this.bytes], needed * 2)
    this.length += this.bytes.write(line, this.length)
    this.bytes[this.length++] = LINE_FEED
  }

  /** All of them, in memory of their own. */
  take(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.bytes.subarray(0, this.length))
  }
}
