import { createReadStream } from 'node:fs'
import type { ByteStream } from '../read/decode.ts'

/** A file that may be read more than once, each time from its beginning. */
export interface DataFile {
  /** Its name tells what it holds; as the caller wrote it, or below the folder that was named. */
  path: string
  open(): ByteStream
}

export const fileAt = (path: string): DataFile => ({
  path,
  open: () => createReadStream(path, { highWaterMark: 262_144 }),
})
