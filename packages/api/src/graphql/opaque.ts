/** A place in a list as clients are given it: opaque, so that what is in it may change. */
export const writeOpaque = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** What is in it, of which nothing may be trusted: whoever sends it may have made it. Empty: it is none of ours. */
export function readOpaque(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}
