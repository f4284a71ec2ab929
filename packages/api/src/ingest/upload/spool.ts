import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteStream } from '../read/decode.ts'

const READ_AT_ONCE_BYTES = 262_144

/** What was sent, beside the system's other temporary files. */
export interface Spooled {
  sizeBytes: number
  /** From the beginning, as often as it is wanted. */
  open(): ByteStream
  close(): Promise<void>
}

/**
 * Keeps a body until it is used: how fast it comes is the sender's matter, and how long a load waits is not. It has no name
 * as soon as it is open, so that a process that dies leaves nothing of it.
 */
export async function spool(body: ByteStream): Promise<Spooled> {
  const file = await openNameless()
  try {
    let sizeBytes = 0
    for await (const chunk of body) {
      await file.writeFile(chunk)
      sizeBytes += chunk.length
    }
    return { sizeBytes, open: () => read(file), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'tweeluik-upload-'))
  try {
    return await open(join(folder, 'file'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* read(file: FileHandle): ByteStream {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(
      Buffer.allocUnsafe(READ_AT_ONCE_BYTES),
      0,
      READ_AT_ONCE_BYTES,
      position,
    )
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}
