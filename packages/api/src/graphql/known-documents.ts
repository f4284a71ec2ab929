import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The text of each document that the web app sends, by its SHA-256. */
export type KnownDocuments = ReadonlyMap<unknown, string>

interface Body {
  query?: unknown
  extensions?: { persistedQuery?: { sha256Hash?: unknown } }
}

/** The documents of a built web app; none when it is not built, or by an older version of us. */
export async function readKnownDocuments(webDir: string): Promise<KnownDocuments> {
  const text = await readFile(join(webDir, '.documents.json'), 'utf8').catch(() => '{}')
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>))
}

/** Puts a document in the place of its hash. A hash that we do not know stays, and its sender is told to send the document. */
export function spellOut(body: unknown, documents: KnownDocuments): void {
  const { query, extensions } = (body ?? {}) as Body
  const text = query === undefined ? documents.get(extensions?.persistedQuery?.sha256Hash) : undefined
  if (text !== undefined) Object.assign(body as Body, { query: text, extensions: {} })
}
